using System.Text.Json;

namespace Recoup.AI.Dialects;

/// <summary>A subschema and its place in the schema of the parameters.</summary>
internal readonly record struct SchemaPart(JsonElement Element, SchemaPlace Place)
{
    /// <summary>The whole schema.</summary>
    public SchemaPart(JsonElement root)
        : this(root, SchemaPlace.Root)
    {
    }

    /// <summary>The JSON pointer (RFC 6901).</summary>
    public string Pointer => Place.Pointer;

    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    /// <summary>A member; undefined if there is none.</summary>
    public SchemaPart this[string name] => Below(name, Value(name));

    /// <summary>The value of a member; undefined if there is none.</summary>
    public JsonElement Value(string name) => IsObject && Element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>What it costs to write the schema beyond what any schema costs: a reference repeats the values of its target.</summary>
    public int Cost => Value("enum") is { ValueKind: JsonValueKind.Array } values ? values.GetArrayLength() / 8 : 0;

    public bool Has(string name) => Value(name).ValueKind != JsonValueKind.Undefined;

    public bool IsTrue(string name) => Value(name).ValueKind == JsonValueKind.True;

    /// <summary>The part with a value that is known.</summary>
    public SchemaPart Below(string name, JsonElement value) => new(value, new SchemaPlace(Place, name));

    /// <summary>The subschemas in an array member; none if it is no array.</summary>
    public IEnumerable<SchemaPart> Items(string name)
    {
        var list = Value(name);
        if (list.ValueKind != JsonValueKind.Array)
            return [];
        var place = new SchemaPlace(Place, name);
        return list.EnumerateArray()
            .Select((item, index) => new SchemaPart(item, new SchemaPlace(place, FormattableString.Invariant($"{index}"))));
    }

    /// <summary>The members of an object member, each name once; none if it is no object.</summary>
    public IEnumerable<KeyValuePair<string, SchemaPart>> Members(string name)
    {
        var value = Value(name);
        if (value.ValueKind != JsonValueKind.Object)
            return [];
        var place = new SchemaPlace(Place, name);
        var members = new OrderedDictionary<string, SchemaPart>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
            members[member.Name] = new SchemaPart(member.Value, new SchemaPlace(place, member.Name));
        return members;
    }

    /// <summary>The text of a member; null if it is no string.</summary>
    public string? Text(string name) => Value(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>The strings in an array member, each once.</summary>
    public IEnumerable<string> Texts(string name)
    {
        var list = Value(name);
        return list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.String)
                .Select(item => item.GetString()!)
                .Distinct(StringComparer.Ordinal)
            : [];
    }
}
