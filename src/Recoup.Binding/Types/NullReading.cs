using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types;

/// <summary>
/// Whether a schema accepts null, as the schema engine judges it. The work is bounded: a schema that is too large, or leads back to itself,
/// counts as one that accepts null.
/// </summary>
internal static class NullReading
{
    private const int MaxSchemas = 64;

    /// <summary>Whether a schema accepts null.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="root">The document that references point into.</param>
    public static bool Accepts(PositionedElement schema, PositionedElement root)
    {
        var left = MaxSchemas;
        return Accepts(schema, root, ref left) || left < 0;
    }

    private static bool Accepts(PositionedElement schema, PositionedElement root, ref int left)
    {
        if (schema.ValueKind == JsonValueKind.False)
            return false;
        if (--left < 0 || schema.ValueKind != JsonValueKind.Object || schema["nullable"].AsBoolean() == true)
            return true;
        if (!AcceptsValues(schema))
            return false;
        if (schema["$ref"].AsString() is { } reference && root.ValueKind != JsonValueKind.Undefined
            && root.TryFollow(reference, out var target) && !Accepts(target, root, ref left))
            return false;
        if (schema.TryGetProperty("not", out var not) && Accepts(not, root, ref left))
            return left < 0;
        if (schema.TryGetProperty("if", out var condition)
            && schema.TryGetProperty(Accepts(condition, root, ref left) ? "then" : "else", out var consequence)
            && !Accepts(consequence, root, ref left))
            return left < 0;
        return AcceptsBranches(schema, root, ref left);
    }

    // The keywords that name values or their types.
    private static bool AcceptsValues(PositionedElement schema)
    {
        if (schema["const"].ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            return false;
        return IsIn(schema["enum"], static value => value.ValueKind == JsonValueKind.Null)
            && (schema["type"].ValueKind != JsonValueKind.String || schema["type"].TextEquals("null"))
            && IsIn(schema["type"], static type => type.TextEquals("null"));
    }

    private static bool AcceptsBranches(PositionedElement schema, PositionedElement root, ref int left)
    {
        foreach (var branch in schema["allOf"].EnumerateArray())
        {
            if (!Accepts(branch, root, ref left))
                return false;
        }

        return Count(schema["anyOf"], root, ref left) != 0
            && (Count(schema["oneOf"], root, ref left) is null or 1 || left < 0);
    }

    // The number of branches that accept null; null if there is no list of branches.
    private static int? Count(PositionedElement branches, PositionedElement root, ref int left)
    {
        if (branches.ValueKind != JsonValueKind.Array)
            return null;
        var count = 0;
        foreach (var branch in branches.EnumerateArray())
            count += Accepts(branch, root, ref left) ? 1 : 0;
        return count;
    }

    // A keyword that is no list demands nothing.
    private static bool IsIn(PositionedElement list, Func<PositionedElement, bool> isNull)
    {
        foreach (var item in list.EnumerateArray())
        {
            if (isNull(item))
                return true;
        }

        return list.ValueKind != JsonValueKind.Array;
    }
}
