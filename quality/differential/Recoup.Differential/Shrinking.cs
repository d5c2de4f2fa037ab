using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.Differential;

/// <summary>Makes a pair smaller as long as it stays interesting.</summary>
internal static class Shrinking
{
    private const int MostTries = 600;

    /// <summary>Takes parts away, first from the schema and then from the instance, until no part can go.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="isInteresting">Whether a smaller pair still shows what this one shows.</param>
    public static Pair Smallest(Pair pair, Func<Pair, bool> isInteresting)
    {
        var tries = 0;
        for (var isSmaller = true; isSmaller && tries < MostTries;)
        {
            isSmaller = false;
            foreach (var candidate in Candidates(pair))
            {
                if (++tries > MostTries)
                    break;
                if (!isInteresting(candidate))
                    continue;
                (pair, isSmaller) = (candidate, true);
                break;
            }
        }

        return pair;
    }

    private static IEnumerable<Pair> Candidates(Pair pair) =>
        Smaller(pair.SchemaNode!, isSchema: true).Select(schema => pair with { Schema = schema })
            .Concat(Smaller(pair.InstanceNode, isSchema: false).Select(instance => pair with { Instance = instance }));

    private static IEnumerable<string> Smaller(JsonNode? root, bool isSchema)
    {
        var count = Nodes(root).Count();
        for (var index = 0; index < count; index++)
        {
            for (var way = 0; way < 3; way++)
            {
                var copy = new JsonArray(root?.DeepClone());
                var node = Nodes(copy[0]).ElementAt(index);
                if (Reduce(node, way, isSchema, isRoot: index == 0))
                    yield return copy[0]?.ToJsonString() ?? "null";
            }
        }
    }

    private static IEnumerable<JsonNode?> Nodes(JsonNode? node) => (node switch
    {
        JsonObject members => members.SelectMany(member => Nodes(member.Value)),
        JsonArray items => items.SelectMany(Nodes),
        _ => [],
    }).Prepend(node);

    // The arrays of a schema keep an item: most of them need one.
    private static bool Reduce(JsonNode? node, int way, bool isSchema, bool isRoot)
    {
        switch (node?.Parent, way)
        {
            case (JsonObject parent, 0) when node.GetPropertyName() != "$schema":
                parent.Remove(node.GetPropertyName());
                return true;
            case (JsonArray parent, 0) when !isRoot && (!isSchema || parent.Count > 1):
                parent.RemoveAt(node.GetElementIndex());
                return true;
            case (_, 1) when node is JsonObject && isSchema && !isRoot:
                node.ReplaceWith(true);
                return true;
            case (_, 2) when node is JsonArray { Count: > 0 } or JsonObject { Count: > 0 } && !isRoot:
                var child = node is JsonArray items ? items[0] : ((JsonObject)node).First().Value;
                if (child is null)
                    return false;
                node.ReplaceWith(child.DeepClone());
                return true;
            case (_, 2) when node is JsonValue value && value.GetValueKind() == JsonValueKind.String:
                return Shorten(value, value.GetValue<string>(), isSchema);
            default:
                return false;
        }
    }

    // A pattern becomes a simple one: cut, it would not be a pattern. Texts of an instance lose their last character.
    private static bool Shorten(JsonValue value, string text, bool isSchema)
    {
        const string Simple = "a";
        if (isSchema ? value.Parent is not JsonObject || value.GetPropertyName() != "pattern" || text == Simple
            : text.Length < 2 || char.IsSurrogate(text[^1]))
            return false;
        value.ReplaceWith(isSchema ? Simple : text[..^1]);
        return true;
    }
}
