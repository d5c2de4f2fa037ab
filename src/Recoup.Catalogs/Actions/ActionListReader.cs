using System.Globalization;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Actions;

/// <summary>Reads the entries of a catalog, and keeps the first one of each slug.</summary>
/// <param name="cancellation">Cancels the work between two entries.</param>
internal sealed class ActionListReader(CancellationToken cancellation)
{
    private readonly Dictionary<string, CatalogAction> _bySlug = new(StringComparer.Ordinal);

    public List<CatalogAction> Actions { get; } = [];

    public List<Problem> Problems { get; } = [];

    /// <summary>Reads an entry.</summary>
    /// <param name="item">The entry, which is whole.</param>
    /// <param name="pointer">Its JSON pointer in the catalog.</param>
    public void Read(PositionedElement item, string pointer)
    {
        cancellation.ThrowIfCancellationRequested();
        if (item.Document.FirstPruned(item) is { } deep)
        {
            var slug = item["slug"].AsString() ?? "without a slug";
            Problems.Add(new Problem(CatalogProblems.NestedTooDeep, slug, PositionedJson.MaxDepth.ToString(CultureInfo.InvariantCulture))
            {
                Slug = slug,
                Range = item.Document.RangeOf(deep.Offset, 1),
            });
            return;
        }

        if (ActionReader.Read(item, pointer, Problems) is not { } action)
            return;
        if (_bySlug.TryGetValue(action.Slug, out var first))
        {
            Problems.Add(Repeated(action, first, first.Source["slug"].Range.Start.ToString()) with { Range = action.Source["slug"].Range });
            return;
        }

        _bySlug.Add(action.Slug, action);
        Actions.Add(action);
        Report(RepeatedMembers.In(item), "Action " + action.Slug, action.Slug);
    }

    /// <summary>The problem with a second entry of a slug.</summary>
    /// <param name="action">The second entry.</param>
    /// <param name="first">The entry that is used.</param>
    /// <param name="place">Where that one is.</param>
    public static Problem Repeated(CatalogAction action, CatalogAction first, string place) => new(
        action.Source.HasTokensOf(first.Source) ? CatalogProblems.RepeatedSlug : CatalogProblems.DuplicateSlug, action.Slug, place)
    {
        Slug = action.Slug,
    };

    /// <summary>Reports the members that the catalog itself has twice.</summary>
    public void ReportRepeatedMembers(PositionedElement root) => Report(RepeatedMembers.Of(root), "The catalog", slug: null);

    private void Report(IEnumerable<PositionedElement.Member> members, string where, string? slug)
    {
        foreach (var member in members)
        {
            cancellation.ThrowIfCancellationRequested();
            Problems.Add(new Problem(CatalogProblems.RepeatedMember, where, member.Name) { Slug = slug, Range = member.NameElement.Range });
        }
    }
}
