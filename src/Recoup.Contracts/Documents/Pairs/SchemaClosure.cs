using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Documents.Pairs;

/// <summary>
/// Recognizes schemas that are the same in two OpenAPI documents, with all that they refer to. Most schemas of a new document are, and need
/// no compilation.
/// </summary>
internal sealed class SchemaClosure(PositionedElement rootBefore, PositionedElement rootAfter)
{
    private readonly bool _isSameDialect = DialectOf(rootBefore) == DialectOf(rootAfter);
    private readonly HashSet<(int, int)> _same = [];

    public bool IsSame(PositionedElement before, PositionedElement after)
    {
        if (!_isSameDialect)
            return false;
        lock (_same)
            return IsSameUnder(before, after);
    }

    private bool IsSameUnder(PositionedElement before, PositionedElement after)
    {
        var seen = new HashSet<(int, int)>();
        var open = new Stack<(PositionedElement, PositionedElement)>([(before, after)]);
        while (open.TryPop(out var pair))
        {
            var (one, other) = pair;
            if (!one.HasTokensOf(other))
                return false;
            if (one.ValueKind == JsonValueKind.Undefined || _same.Contains((one.Offset, other.Offset))
                || !seen.Add((one.Offset, other.Offset)))
                continue;
            foreach (var schema in one.DescendantsAndSelf())
            {
                if (schema["$id"].ValueKind != JsonValueKind.Undefined || schema["$dynamicRef"].ValueKind != JsonValueKind.Undefined)
                    return false;
                if (schema["$ref"].AsString() is not { } reference)
                    continue;
                if (!rootBefore.TryFollow(reference, out var targetBefore) || !rootAfter.TryFollow(reference, out var targetAfter))
                    return false;
                open.Push((targetBefore, targetAfter));
            }
        }

        _same.UnionWith(seen);
        return true;
    }

    // The version decides about the keywords. Only its first two numbers count.
    private static string DialectOf(PositionedElement root) =>
        string.Join('.', (root["openapi"].AsString() ?? "").Split('.').Take(2)) + root["jsonSchemaDialect"].RawText;
}
