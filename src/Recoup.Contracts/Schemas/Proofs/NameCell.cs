using System.Collections.Immutable;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Proofs;

/// <summary>The names that match some patterns and no others: for all of them the same schemas apply.</summary>
internal sealed record NameCell(ImmutableArray<string> Matched, ImmutableArray<string> Unmatched)
{
    private const int MostCells = 256;

    /// <summary>A name of the cell; null where the patterns cannot be compared, and where there are none.</summary>
    public string? Example { get; private init; }

    /// <summary>Every cell that may hold a name, each name in one; null where they are too many.</summary>
    /// <param name="patterns">The patterns that tell names apart.</param>
    /// <param name="always">Patterns that every name matches.</param>
    /// <param name="judge">What compares patterns.</param>
    public static IReadOnlyList<NameCell>? All(IEnumerable<string> patterns, IReadOnlyList<string> always, FormJudge judge)
    {
        List<NameCell> cells = [new([], [])];
        foreach (var pattern in patterns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var finer = new List<NameCell>();
            foreach (var cell in cells.SelectMany(cell => (NameCell[])[cell with { Matched = cell.Matched.Add(pattern) }, cell with { Unmatched = cell.Unmatched.Add(pattern) }]))
            {
                var comparison = judge.Compare([.. cell.Matched, .. always], cell.Unmatched);
                if (comparison.IsSubset != true)
                    finer.Add(cell with { Example = comparison.Counterexample });
            }

            if (finer.Count > MostCells)
                return null;
            cells = finer;
        }

        return cells;
    }

    /// <summary>The schemas that apply to a property of such a name, unless it is described by itself.</summary>
    public IEnumerable<Form> SchemasOf(Form form)
    {
        var matched = form.PatternProperties.Where(pair => Matched.Contains(pair.Key)).Select(pair => pair.Value).ToList();
        return matched.Count > 0 ? matched : form.Additional is { } additional ? [additional] : [];
    }
}
