using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.Typed.Generated;

/// <summary>Finds JSON that is nested deeper than a call may be. A JSON writer would refuse it without a place.</summary>
internal static class Nesting
{
    /// <summary>The most levels of objects and arrays in the parameters of a call.</summary>
    public const int MaxDepth = CallJson.MaxDepth - 10;

    /// <summary>The rule that deeper JSON breaks.</summary>
    public static string Rule { get; } =
        string.Create(CultureInfo.InvariantCulture, $"expected at most {MaxDepth} levels of objects and arrays, got more");

    /// <summary>Returns the rule that a tree breaks, or null.</summary>
    /// <param name="node">The tree.</param>
    /// <param name="depth">The levels around it.</param>
    public static string? In(JsonNode? node, int depth)
    {
        try
        {
            return Exceeds(node, MaxDepth - depth) ? Rule : null;
        }
        catch (InvalidOperationException)
        {
            // A name is half of a surrogate pair. HalfPair says so, and goes no deeper.
            return null;
        }
    }

    /// <summary>Returns the rule that parsed JSON breaks, or null.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="depth">The levels around it.</param>
    public static string? In(JsonElement json, int depth)
    {
        // Each level takes two bytes.
        var raw = JsonMarshal.GetRawUtf8Value(json);
        if (raw.Length <= 2 * (MaxDepth - depth))
            return null;
        var reader = new Utf8JsonReader(raw, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= MaxDepth - depth)
                return Rule;
        }

        return null;
    }

    private static bool Exceeds(JsonNode? node, int levels)
    {
        switch (node)
        {
            case JsonObject or JsonArray when levels == 0:
                return true;
            case JsonObject members:
                foreach (var (_, member) in members)
                {
                    if (Exceeds(member, levels - 1))
                        return true;
                }

                return false;
            case JsonArray items:
                foreach (var item in items)
                {
                    if (Exceeds(item, levels - 1))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }
}
