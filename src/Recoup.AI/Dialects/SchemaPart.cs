using System.Text.Json;

namespace Recoup.AI.Dialects;

/// <summary>A subschema and its JSON pointer (RFC 6901) in the schema of the parameters.</summary>
internal readonly record struct SchemaPart(JsonElement Element, string Pointer)
{
    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    /// <summary>A member; undefined if there is none.</summary>
    public SchemaPart this[string name] =>
        new(IsObject && Element.TryGetProperty(name, out var value) ? value : default, Below(name));

    /// <summary>The subschemas in an array member; none if it is no array.</summary>
    public IEnumerable<SchemaPart> Items(string name)
    {
        var (list, pointer) = this[name];
        return list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select((item, index) => new SchemaPart(item, FormattableString.Invariant($"{pointer}/{index}")))
            : [];
    }

    /// <summary>The members of an object member, each name once; none if it is no object.</summary>
    public IEnumerable<KeyValuePair<string, SchemaPart>> Members(string name)
    {
        var members = this[name];
        return members.IsObject
            ? members.Element.EnumerateObject()
                .GroupBy(member => member.Name, StringComparer.Ordinal)
                .Select(same => KeyValuePair.Create(same.Key, new SchemaPart(same.Last().Value, members.Below(same.Key))))
            : [];
    }

    /// <summary>The text of a member; null if it is no string.</summary>
    public string? Text(string name) =>
        this[name].Element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>The strings in an array member, each once.</summary>
    public IEnumerable<string> Texts(string name) => Items(name)
        .Where(item => item.Element.ValueKind == JsonValueKind.String)
        .Select(item => item.Element.GetString()!)
        .Distinct(StringComparer.Ordinal);

    private string Below(string name) =>
        $"{Pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
