using System.Text;
using Recoup.Catalogs.Spec;

namespace Recoup.Contracts.Documents.Wire;

/// <summary>
/// A media type or media range. Types and the names of parameters are case-insensitive, parameters have no order, and quotes do not count
/// (RFC 9110, section 8.3.1).
/// </summary>
internal sealed class MediaRange
{
    private readonly string _type;
    private readonly string _subtype;
    private readonly SortedDictionary<string, string> _parameters;

    private MediaRange(string type, string subtype, SortedDictionary<string, string> parameters) =>
        (_type, _subtype, _parameters) = (type, subtype, parameters);

    /// <summary>The normal form: equal media types have the same key.</summary>
    public string Key => $"{_type}/{_subtype}{string.Concat(_parameters.Select(pair => $";{pair.Key}={pair.Value}"))}";

    /// <summary>Whether it is a media type of JSON.</summary>
    public bool IsJson => JsonMediaType.Is($"{_type}/{_subtype}");

    /// <summary>Whether it is the media type of a form, whose fields are texts.</summary>
    public bool IsForm => _type == "multipart" || (_type == "application" && _subtype == "x-www-form-urlencoded");

    /// <summary>Whether it is a message of several parts.</summary>
    public bool IsMultipart => _type == "multipart";

    /// <summary>Whether it is a media type of text.</summary>
    public bool IsText => _type == "text" && _subtype is not ("json" or "xml");

    /// <summary>Whether its messages are bytes that no schema describes: neither JSON, XML, text nor a form.</summary>
    public bool IsBinary => !IsJson && !IsForm && !IsText && _type is not ("*" or "text")
        && !(_subtype is "xml" or "json" or "*" || _subtype.EndsWith("+xml", StringComparison.Ordinal)
            || _subtype.EndsWith("yaml", StringComparison.Ordinal) || _subtype.Contains("json", StringComparison.Ordinal));

    public static MediaRange Of(string text)
    {
        var parts = Split(text);
        var name = parts[0].Trim().ToLowerInvariant();
        var slash = name.IndexOf('/');
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=');
            var (parameter, value) = equals < 0
                ? (part.Trim().ToLowerInvariant(), "")
                : (part[..equals].Trim().ToLowerInvariant(), Unquote(part[(equals + 1)..].Trim()));
            if (parameter == "charset")
                value = value.ToLowerInvariant();
            if (HasMeaning(name, parameter, value))
                parameters.TryAdd(parameter, value);
        }

        return new MediaRange(slash < 0 ? name : name[..slash], slash < 0 ? "" : name[(slash + 1)..], parameters);
    }

    /// <summary>Whether each message of another media type also has this one (RFC 9110, section 12.5.1).</summary>
    public bool Covers(MediaRange other) =>
        (_type == "*" || _type == other._type)
        && (_subtype == "*" || _subtype == other._subtype)
        && _parameters.All(pair => other._parameters.TryGetValue(pair.Key, out var value) && value == pair.Value);

    // JSON is always UTF-8 (RFC 8259, section 11; RFC 6839, section 3.1). A weight is about preference (RFC 9110, section 12.4.2).
    private static bool HasMeaning(string name, string parameter, string value) =>
        parameter is not ("" or "q") && !(parameter == "charset" && value == "utf-8" && JsonMediaType.Is(name));

    /// <summary>Splits at semicolons that are not within quotes.</summary>
    private static List<string> Split(string text)
    {
        var (parts, part, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ';' && !isQuoted)
            {
                parts.Add(part.ToString());
                part.Clear();
                continue;
            }

            if (isQuoted && text[i] == '\\' && i + 1 < text.Length)
                part.Append(text[i++]);
            else if (text[i] == '"')
                isQuoted = !isQuoted;
            part.Append(text[i]);
        }

        parts.Add(part.ToString());
        return parts;
    }

    private static string Unquote(string value)
    {
        if (value.Length < 2 || value[0] != '"' || value[^1] != '"')
            return value;
        var text = new StringBuilder(value.Length);
        for (var i = 1; i < value.Length - 1; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length - 1)
                i++;
            text.Append(value[i]);
        }

        return text.ToString();
    }
}
