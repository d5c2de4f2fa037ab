using System.Text.Json;

namespace Recoup.Recordings;

/// <summary>A call that is about to be recorded, as it was sent and received.</summary>
/// <param name="Slug">The slug of the action.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Status">The HTTP status.</param>
internal sealed record RecordedExchange(string Slug, JsonElement Parameters, int Status)
{
    /// <summary>The account; null for the caller's own.</summary>
    public string? Account { get; init; }

    /// <summary>The result of a 200; null if it has none.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>The body of any other response, if it is JSON.</summary>
    public JsonElement? Error { get; init; }

    /// <summary>The body of any other response, if it is not JSON.</summary>
    public string? Text { get; init; }

    /// <summary>The time that the response gives.</summary>
    public string? ExecutedAt { get; init; }

    /// <summary>When the call started.</summary>
    public required DateTimeOffset Time { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>The credentials of the request and the cookies of the response, however many there are. They are never written.</summary>
    public IReadOnlyList<string?> Secrets { get; init; } = [];

    // The text that a record generates would contain all of it.
    public override string ToString() => $"{Slug} {Status}";
}
