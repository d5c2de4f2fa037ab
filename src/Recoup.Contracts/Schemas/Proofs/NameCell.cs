using System.Collections.Immutable;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Proofs;

/// <summary>A set of property names that match the same patterns. The same schemas apply to all of them.</summary>
internal sealed record NameCell(ImmutableArray<string> Matched, ImmutableArray<string> Unmatched)
{
    private const int MostCells = 256;

    /// <summary>A name in the cell; null if there are no patterns or they cannot be compared.</summary>
    public string? Example { get; private init; }

    /// <summary>All cells that may contain a name. Each name is in exactly one cell. Null if there are too many.</summary>
    /// <param name="patterns">The patterns that distinguish names.</param>
    /// <param name="always">Patterns that every name matches.</param>
    /// <param name="judge">Compares the patterns.</param>
    public static IReadOnlyList<NameCell>? All(IEnumerable<string> patterns, IReadOnlyList<string> always, FormJudge judge)
    {
        List<NameCell> cells = [new([], [])];
        foreach (var pattern in patterns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var finer = new List<NameCell>();
            foreach (var cell in cells.SelectMany(cell =>
                (NameCell[])[cell with { Matched = cell.Matched.Add(pattern) }, cell with { Unmatched = cell.Unmatched.Add(pattern) }]))
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

    /// <summary>The schemas that apply to a property with such a name, unless it is described by name.</summary>
    public IEnumerable<Form> SchemasOf(Form form)
    {
        var matched = form.PatternProperties.Where(pair => Matched.Contains(pair.Key)).Select(pair => pair.Value).ToList();
        return matched.Count > 0 ? matched : form.Additional is { } additional ? [additional] : [];
    }
}
