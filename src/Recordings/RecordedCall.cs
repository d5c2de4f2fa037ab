using System.Text.Json;

namespace Recoup.Recordings;

/// <summary>
/// A call as it was recorded. The JSON of its members is a part of the reader's buffer: it is valid until the reader takes the next step,
/// so a consumer that keeps a value copies or parses it first.
/// </summary>
internal sealed class RecordedCall
{
    /// <summary>The name of the file.</summary>
    public required string File { get; init; }

    /// <summary>The number of the line; the first one is 1.</summary>
    public required long Line { get; init; }

    public required string Slug { get; init; }

    /// <summary>A keyed hash of the account; null for the caller's own.</summary>
    public string? Account { get; init; }

    /// <summary>The parameters, a JSON object in UTF-8. Valid until the next step.</summary>
    public required ReadOnlyMemory<byte> Parameters { get; init; }

    /// <summary>The HTTP status of the response.</summary>
    public required int Status { get; init; }

    /// <summary>The result in UTF-8; null if the response has none. Valid until the next step.</summary>
    public ReadOnlyMemory<byte>? Result { get; init; }

    /// <summary>The body of an error in UTF-8, if it is JSON; null otherwise. Valid until the next step.</summary>
    public ReadOnlyMemory<byte>? Error { get; init; }

    /// <summary>The body of an error that is not JSON; null otherwise.</summary>
    public string? Text { get; init; }

    /// <summary>The time that the response gives; null if it gives none.</summary>
    public string? ExecutedAt { get; init; }

    /// <summary>When the call started.</summary>
    public required DateTimeOffset Time { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>
    /// JSON pointers into the line, for example <c>/result/data/0/email</c>: there, something was replaced, in the value or in the last
    /// name of the pointer. A pointer to an object or an array covers everything below it.
    /// </summary>
    public IReadOnlyList<string> Replaced { get; init; } = [];

    /// <summary>The place in messages: file and line.</summary>
    public string Place => FormattableString.Invariant($"{File}:{Line}");

    /// <summary>Parses a part of the line into an element that its consumer owns: it stays valid, and is not disposed.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> json) => JsonElement.Parse(json.Span, RecordingFormat.DocumentOptions);
}
