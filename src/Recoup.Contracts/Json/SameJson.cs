using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Json;

/// <summary>Compares the text of two values, except for white space and the order of the members of objects.</summary>
internal static class SameJson
{
    public static bool Is(PositionedElement one, PositionedElement other)
    {
        if (one.ValueKind != other.ValueKind)
            return false;
        return one.ValueKind switch
        {
            JsonValueKind.Undefined => true,
            _ when one == other => true,
            JsonValueKind.Object => IsSameObject(one, other),
            JsonValueKind.Array => IsSameArray(one, other),
            _ => false,
        };
    }

    private static bool IsSameObject(PositionedElement one, PositionedElement other)
    {
        var (members, others) = (one.EnumerateObject(), other.EnumerateObject());
        while (members.MoveNext())
        {
            if (!others.MoveNext())
                return false;
            if (members.Current.NameElement != others.Current.NameElement)
                return IsSameInAnotherOrder(one, other);
            if (!Is(members.Current.Value, others.Current.Value))
                return false;
        }

        return !others.MoveNext();
    }

    // A name that an object has twice, or that may have half of a surrogate pair, is not worth a comparison: the schemas are then compared
    // in full.
    private static bool IsSameInAnotherOrder(PositionedElement one, PositionedElement other)
    {
        var members = new Dictionary<string, PositionedElement>(StringComparer.Ordinal);
        foreach (var member in one.EnumerateObject())
        {
            if (member.Name.Contains('\uFFFD', StringComparison.Ordinal) || !members.TryAdd(member.Name, member.Value))
                return false;
        }

        foreach (var member in other.EnumerateObject())
        {
            if (!members.Remove(member.Name, out var value) || !Is(value, member.Value))
                return false;
        }

        return members.Count == 0;
    }

    private static bool IsSameArray(PositionedElement one, PositionedElement other)
    {
        var (items, others) = (one.EnumerateArray(), other.EnumerateArray());
        while (items.MoveNext())
        {
            if (!others.MoveNext() || !Is(items.Current, others.Current))
                return false;
        }

        return !others.MoveNext();
    }
}
