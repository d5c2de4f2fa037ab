using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Recoup.Emulator.Core.Errors;

namespace Recoup.Emulator.Core;

/// <summary>What an operation answers: a value. The hosting turns it into HTTP, or into the failure of the network it asks for.</summary>
internal sealed record ApiAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    // As the server writes it: application/json is no markup, so only what JSON demands is escaped.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What the network does to this answer, or null where it arrives.</summary>
    public TransportFault? Fault { get; init; }

    /// <summary>The error the answer tells of, or null.</summary>
    public ApiError? Error { get; init; }

    public static ApiAnswer Empty(int status) => new(status, null, ReadOnlyMemory<byte>.Empty);

    public static ApiAnswer Text(int status, string contentType, string text) => new(status, contentType, Encoding.UTF8.GetBytes(text));

    public static ApiAnswer Json<T>(int status, T value, Action<Utf8JsonWriter, T> write)
    {
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
            write(writer, value);
        return new(status, "application/json", buffer.ToArray());
    }
}
