using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Recoup.Recordings;

/// <summary>The texts of foreign JSON. JSON's grammar allows halves of surrogate pairs, which .NET does not decode.</summary>
internal static class JsonTexts
{
    private const char Replacement = '\uFFFD';

    /// <summary>Parses a text that may be a JSON object or array; null if it is neither.</summary>
    public static JsonElement? Parse(string text)
    {
        var start = text.AsSpan().TrimStart(" \t\r\n\uFEFF");
        if (start.Length < 2 || start[0] is not ('{' or '['))
            return null;
        try
        {
            return JsonElement.Parse(start, RecordingFormat.DocumentOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a string. What cannot be decoded becomes U+FFFD.</summary>
    /// <returns>Whether everything was decoded.</returns>
    public static bool Read(JsonElement json, out string text)
    {
        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = Decode(json.GetRawText());
            return false;
        }
    }

    /// <summary>Reads the name of a member; U+FFFD if it cannot be decoded.</summary>
    /// <returns>Whether it was decoded.</returns>
    public static bool ReadName(JsonProperty member, out string name)
    {
        try
        {
            name = member.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = Replacement.ToString();
            return false;
        }
    }

    /// <summary>Whether all strings and names in JSON can be decoded. Halves of surrogate pairs can only be written as escapes.</summary>
    public static bool AreWhole(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("\\u"u8) < 0)
            return true;
        var json = new Utf8JsonReader(utf8, RecordingFormat.ReaderOptions);
        try
        {
            while (json.Read())
            {
                if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && json.ValueIsEscaped)
                    _ = json.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The name of a member; U+FFFD if it cannot be decoded.</summary>
    public static string NameOf(JsonProperty member)
    {
        ReadName(member, out var name);
        return name;
    }

    /// <summary>Finds a member, also if names of others cannot be decoded. U+FFFD finds one whose name cannot be decoded.</summary>
    public static bool TryGet(JsonElement json, string name, out JsonElement value)
    {
        try
        {
            if (json.TryGetProperty(name, out value) || name != $"{Replacement}")
                return value.ValueKind != JsonValueKind.Undefined;
        }
        catch (InvalidOperationException)
        {
            // A name that cannot be decoded is compared below.
        }

        value = json.EnumerateObject().LastOrDefault(member => NameOf(member) == name).Value;
        return value.ValueKind != JsonValueKind.Undefined;
    }

    private static string Decode(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            if (raw[i] == 'u')
                text.Append((char)int.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            else
                text.Append(raw[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var other => other });
            if (raw[i] == 'u')
                i += 4;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                text[i] = Replacement;
        }

        return text.ToString();
    }
}
