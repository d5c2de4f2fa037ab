using System.Globalization;
using System.Text.Json;

namespace Recoup.Recordings;

/// <summary>A header of a recording.</summary>
/// <param name="Version">The version of the format.</param>
/// <param name="Replaces">The kinds of values that are replaced in the lines after it.</param>
internal sealed record RecordingHeader(int Version, IReadOnlyList<string> Replaces)
{
    /// <summary>The first bytes of each header, and so of each recording.</summary>
    public static ReadOnlySpan<byte> Start => """{"recoup":"recording","""u8;

    /// <summary>Whether two headers say the same of the lines after them, whenever they were written.</summary>
    public bool IsLike(RecordingHeader? other) =>
        other is not null && Version == other.Version && Replaces.SequenceEqual(other.Replaces);

    public void Write(Utf8JsonWriter json, DateTimeOffset created)
    {
        json.WriteStartObject();
        json.WriteString(RecordingFormat.Mark, RecordingFormat.Kind);
        json.WriteNumber(RecordingFormat.VersionName, Version);
        json.WriteString(RecordingFormat.Created, RecordingTime.Text(created));
        json.WriteStartArray(RecordingFormat.Replaces);
        foreach (var kind in Replaces)
            json.WriteStringValue(kind);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads a header; null if the object is none.</summary>
    /// <exception cref="InvalidDataException">It is a header, but not one of this version.</exception>
    public static RecordingHeader? Read(JsonElement json)
    {
        if (!json.TryGetProperty(RecordingFormat.Mark, out var mark))
            return null;
        if (mark.ValueKind != JsonValueKind.String || !mark.ValueEquals(RecordingFormat.Kind))
            throw new InvalidDataException($"expected \"{RecordingFormat.Mark}\": \"{RecordingFormat.Kind}\", got {mark.GetRawText()}.");
        if (!json.TryGetProperty(RecordingFormat.VersionName, out var given))
            throw new InvalidDataException("the header has no version.");
        if (given.ValueKind != JsonValueKind.Number || !given.TryGetInt32(out var version) || version != RecordingFormat.Version)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                $"the recording has version {given.GetRawText()} of the format, and this version of Recoup reads version "
                + $"{RecordingFormat.Version}. Use the version of Recoup that recorded it, or record again."));
        }

        var replaces = json.TryGetProperty(RecordingFormat.Replaces, out var kinds) && kinds.ValueKind == JsonValueKind.Array
            ? kinds.EnumerateArray().Where(kind => kind.ValueKind == JsonValueKind.String).Select(kind => kind.GetString()!)
            : [];
        return new RecordingHeader(version, [.. replaces]);
    }
}
