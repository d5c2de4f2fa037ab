using System.Globalization;
using System.Text.Json.Nodes;

namespace Recoup.Contracts.Tests.Schemas;

/// <summary>One edit of a schema, as an author of a server makes it: a bound, a type, a value, a branch, a required property.</summary>
/// <param name="Path">The path to the schema that has the keyword.</param>
/// <param name="Keyword">The keyword that changes.</param>
internal sealed record SchemaMutation(string Path, string Keyword)
{
    /// <summary>The path to the outermost composition that contains the place; null outside compositions.</summary>
    public string? Composition
    {
        get
        {
            var steps = $"{Path}/{Keyword}".Split('/');
            var depth = Array.FindIndex(steps, step => step is "anyOf" or "oneOf" or "allOf" or "not" or "if" or "then" or "else");
            return depth < 0 ? null : string.Join('/', steps[..depth]);
        }
    }

    /// <summary>All places of a schema that can change.</summary>
    public static IReadOnlyList<SchemaMutation> Of(JsonNode schema)
    {
        var found = new List<SchemaMutation>();
        Collect(schema, "", found);
        return found;
    }

    /// <summary>Whether one of two edits changes what contains the place of the other one.</summary>
    public bool Overlaps(SchemaMutation other)
    {
        var (one, two) = ($"{Path}/{Keyword}/", $"{other.Path}/{other.Keyword}/");
        return one.StartsWith(two, StringComparison.Ordinal) || two.StartsWith(one, StringComparison.Ordinal);
    }

    /// <summary>Applies the edit to a schema. A number selects the new value.</summary>
    public void Apply(JsonNode schema, int seed)
    {
        var fields = (JsonObject)Path.Split('/').Skip(1).Aggregate(schema, (node, step) => node is JsonArray list
            ? list[int.Parse(step, CultureInfo.InvariantCulture)]!
            : node[step]!);
        switch (fields[Keyword])
        {
            case JsonValue number when number.TryGetValue(out int count):
                fields[Keyword] = Math.Max(0, count + (seed % 2 == 0 ? 1 : -1));
                break;
            case JsonValue:
                fields[Keyword] = (seed % 3) switch { 0 => "integer", 1 => "string", _ => "object" };
                break;
            case JsonArray values when Keyword == "enum":
                values.RemoveAt(seed % values.Count);
                break;
            case JsonArray names when Keyword == "required":
                if (seed % 2 == 0)
                    names.RemoveAt(0);
                else
                    names.Add("c");
                break;
            case JsonArray branches:
                if (seed % 2 == 0 && branches.Count > 1)
                    branches.RemoveAt(seed / 2 % branches.Count);
                else
                    branches.Add(new JsonObject { ["type"] = "string", ["minLength"] = 1 + (seed % 3) });
                break;
            case JsonObject properties:
                properties["d"] = new JsonObject { ["maximum"] = seed % 5 };
                break;
            default:
                break;
        }
    }

    private static void Collect(JsonNode? node, string path, List<SchemaMutation> found)
    {
        switch (node)
        {
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                    Collect(list[i], string.Create(CultureInfo.InvariantCulture, $"{path}/{i}"), found);
                break;
            case JsonObject fields:
                foreach (var (name, value) in fields)
                {
                    if (CanChange(name, value))
                        found.Add(new SchemaMutation(path, name));
                    Collect(value, $"{path}/{name}", found);
                }

                break;
            default:
                break;
        }
    }

    private static bool CanChange(string name, JsonNode? value) => (name, value) switch
    {
        ("minimum" or "maximum" or "minLength" or "maxLength" or "minItems" or "minProperties" or "maxProperties", JsonValue) => true,
        ("type", JsonValue) => true,
        ("enum", JsonArray { Count: > 1 }) => true,
        ("required", JsonArray { Count: > 0 }) => true,
        ("anyOf" or "oneOf" or "allOf", JsonArray) => true,
        ("properties", JsonObject) => true,
        _ => false,
    };
}
