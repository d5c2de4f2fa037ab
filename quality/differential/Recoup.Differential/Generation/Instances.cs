using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.Differential.Generation;

/// <summary>Instances: arbitrary ones, and small changes of others.</summary>
internal static class Instances
{
    /// <summary>The names of properties, also in schemas.</summary>
    public static IReadOnlyList<string> Names { get; } = ["a", "b", "c", "ab", "x1", "é"];

    /// <summary>An arbitrary value.</summary>
    public static JsonNode? Next(Choices choices, int depth) => choices.Below(depth == 0 ? 4 : 7) switch
    {
        0 => Numbers.Next(choices),
        1 => JsonValue.Create(Patterns.Text(choices)),
        2 => choices.Of<JsonNode?>(null, JsonValue.Create(true), JsonValue.Create(false)),
        3 => JsonValue.Create(choices.Below(5)),
        4 => new JsonArray([.. choices.Many(0, 4, () => Next(choices, depth - 1))]),
        _ => new JsonObject(choices.Some(Names, 0).Take(4).Select(name => KeyValuePair.Create(name, Next(choices, depth - 1)))),
    };

    /// <summary>An instance that differs in one or two places.</summary>
    public static JsonNode? Mutate(JsonNode? instance, Choices choices)
    {
        var copy = new JsonObject { ["root"] = instance?.DeepClone() };
        for (var changes = choices.OneIn(4) ? 2 : 1; changes > 0; changes--)
            Change(copy, choices);
        var mutated = copy["root"];
        copy.Remove("root");
        return mutated;
    }

    private static void Change(JsonObject root, Choices choices)
    {
        var places = Containers(root).SelectMany(Places).ToArray();
        var (container, key) = places[choices.Below(places.Length)];
        var isRoot = ReferenceEquals(container, root);
        switch (container)
        {
            case JsonObject members when !isRoot && choices.OneIn(4):
                members.Remove((string)key);
                break;
            case JsonArray items when choices.OneIn(3):
                items.RemoveAt((int)key);
                break;
            case JsonArray items when choices.OneIn(3):
                items.Insert((int)key, items[(int)key]?.DeepClone());
                break;
            case JsonObject members:
                members[(string)key] = Changed(members[(string)key], choices);
                break;
            case JsonArray items:
                items[(int)key] = Changed(items[(int)key], choices);
                break;
        }
    }

    private static JsonNode? Changed(JsonNode? value, Choices choices)
    {
        if (choices.OneIn(6))
            return Next(choices, 1);
        switch (value?.DeepClone())
        {
            case JsonObject members:
                members[choices.Of<string>([.. Names])] = Next(choices, 1);
                return members;
            case JsonArray items:
                items.Insert(choices.Below(items.Count + 1), Next(choices, 1));
                return items;
            case { } scalar when scalar.GetValueKind() == JsonValueKind.Number:
                return Numbers.Near(scalar.ToJsonString(), choices);
            case { } scalar when scalar.GetValueKind() == JsonValueKind.String:
                var text = scalar.GetValue<string>();
                var at = choices.Below(text.Length + 1);
                return JsonValue.Create(choices.OneIn(2) ? text.Insert(at, Patterns.Text(choices)) : text[..at]);
            default:
                return Next(choices, 1);
        }
    }

    private static IEnumerable<JsonNode> Containers(JsonNode node) =>
        Children(node).Where(child => child is JsonObject or JsonArray).SelectMany(child => Containers(child!)).Prepend(node);

    private static IEnumerable<JsonNode?> Children(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray items => items,
        _ => [],
    };

    private static IEnumerable<(JsonNode Container, object Key)> Places(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => (node, (object)member.Key)),
        JsonArray items => Enumerable.Range(0, items.Count).Select(index => (node, (object)index)),
        _ => [],
    };
}
