using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Json;

namespace Recoup.Emulator.Core.Responses;

/// <summary>The response of an operation, as a value. The host writes it as HTTP, or causes the network fault that it carries.</summary>
internal sealed record ApiResponse(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    // Like the server: application/json is not markup, so only the characters that JSON requires are escaped.
    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The network fault that destroys the response; null if it arrives.</summary>
    public TransportFault? Fault { get; init; }

    /// <summary>The error that the response reports, or null.</summary>
    public ApiError? Error { get; init; }

    public static ApiResponse Empty(int status) => new(status, null, ReadOnlyMemory<byte>.Empty);

    public static ApiResponse Text(int status, string contentType, string text) => new(status, contentType, Encoding.UTF8.GetBytes(text));

    public static ApiResponse Json<T>(int status, T value, Action<Utf8JsonWriter, T> write)
    {
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
            write(writer, value);
        return new(status, "application/json", buffer.ToArray());
    }
}
