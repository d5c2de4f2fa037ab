using Recoup.Contracts.Learning.Shapes;

namespace Recoup.Contracts.Learning.Merging;

/// <summary>What a keyword of a schema must accept from now on.</summary>
/// <param name="Pointer">The pointer of the keyword, or of a schema <c>false</c>.</param>
/// <param name="Keyword">The keyword.</param>
/// <param name="Place">The place of the values in the payload.</param>
/// <param name="Detail">The name, the value or the type that the keyword rejects; empty if the keyword rejects all.</param>
internal sealed record Demand(string Pointer, string Keyword, string Place, string Detail)
{
    /// <summary>An order of demands that does not depend on the order of the recordings.</summary>
    public static IComparer<Demand> Order { get; } = Comparer<Demand>.Create(Compare);

    /// <summary>All values that were seen in the place.</summary>
    public required Shape Seen { get; init; }

    /// <summary>The name of the member that has the values; empty if there is none.</summary>
    public required string Name { get; init; }

    private static int Compare(Demand one, Demand other)
    {
        var order = string.CompareOrdinal(one.Pointer, other.Pointer);
        order = order != 0 ? order : string.CompareOrdinal(one.Keyword, other.Keyword);
        order = order != 0 ? order : string.CompareOrdinal(one.Place, other.Place);
        return order != 0 ? order : string.CompareOrdinal(one.Detail, other.Detail);
    }
}
