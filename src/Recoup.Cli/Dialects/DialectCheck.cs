using System.Globalization;
using System.Text;
using Recoup.AI;
using Recoup.AI.Dialects;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;
using Recoup.Contracts;

namespace Recoup.Cli.Dialects;

/// <summary>
/// Reports what providers would refuse or lose if the actions of a catalog were tools, and proves that an action accepts what a model may
/// send. It is the only place that knows both the dialects and the comparison of schemas.
/// </summary>
internal sealed class DialectCheck(IReadOnlyList<Dialect> dialects)
{
    private const int MostWitnesses = 3;
    private const int MostCharacters = 160;
    private const int Largest = 10;

    // Most parameters are optional, and most objects are open.
    private static readonly ProblemDescriptor[] OncePerAction = [DialectProblems.Optional, DialectProblems.Closed];

    /// <summary>The problems of a catalog.</summary>
    public IEnumerable<Problem> Check(RecoupCatalog catalog) => dialects.SelectMany(dialect => Check(catalog, DialectTable.Of(dialect)));

    private static IEnumerable<Problem> Check(RecoupCatalog catalog, DialectRow row)
    {
        var sizes = new List<(string Slug, int Tokens)>(catalog.Actions.Count);
        foreach (var action in catalog.Actions)
        {
            foreach (var problem in Refusals(action, row))
                yield return problem;
            var projection = ToolProjection.Of(action, row.Dialect);
            foreach (var problem in Losses(action, row, projection))
                yield return problem;
            sizes.Add((action.Slug, Tokens(projection)));
        }

        if (sizes.Count > 0)
            yield return Size(row, sizes);
    }

    private static IEnumerable<Problem> Refusals(CatalogAction action, DialectRow row)
    {
        var violations = DialectChecker.Check(action.Slug, action.Parameters, row);
        foreach (var violation in violations.Where(violation => !OncePerAction.Contains(violation.Rule)))
            yield return Of(violation.Rule, action, violation.Pointer, row, violation.Found, NewName(violation, row));
        foreach (var same in violations.Where(violation => OncePerAction.Contains(violation.Rule)).GroupBy(violation => violation.Rule))
            yield return Of(same.Key, action, same.First().Pointer, row, same.Count() == 1 ? "1 is" : Count(same.Count()) + " are");
    }

    private static string NewName(DialectViolation violation, DialectRow row) =>
        violation.Rule == DialectProblems.Name ? ToolNames.Fit(violation.Found, row.Names)
        : violation.Rule == DialectProblems.Key && row.Keys is { } keys ? ToolNames.Fit(violation.Found, keys)
        : "";

    private static IEnumerable<Problem> Losses(CatalogAction action, DialectRow row, ToolProjection projection)
    {
        var result = SchemaDiff.Compare(projection.RestoredSchema(), action.Parameters, new SchemaDiffOptions { ObjectsOnly = true });
        if (result.IsProved)
            return [];
        var shown = result.Edits.Where(edit => edit.Verdict == Verdict.Breaking && edit.Witness is not null).Take(MostWitnesses).ToList();
        return shown.Count > 0
            ? shown.Select(edit => Of(
                DialectProblems.Loss, action, edit.AfterPointer ?? "", row, $"{Excerpt(edit.Witness!.Json)} ({edit.Witness.Violation})"))
            : [Of(DialectProblems.Unproven, action, "", row, result.Reason ?? result.Edits[0].Message)];
    }

    private static int Tokens(ToolProjection projection) => (Encoding.UTF8.GetByteCount(projection.Name)
        + Encoding.UTF8.GetByteCount(projection.Description) + Encoding.UTF8.GetByteCount(projection.Schema.GetRawText())) / 4;

    private static Problem Size(DialectRow row, List<(string Slug, int Tokens)> sizes) => new(
        DialectProblems.Tokens,
        sizes.Count == 1 ? "1 tool" : Count(sizes.Count) + " tools",
        row.Option,
        Count(sizes.Sum(size => size.Tokens)),
        string.Join(", ", sizes.OrderByDescending(size => size.Tokens).ThenBy(size => size.Slug, StringComparer.Ordinal).Take(Largest)
            .Select(size => $"{size.Slug} {Count(size.Tokens)}")));

    private static Problem Of(
        ProblemDescriptor descriptor, CatalogAction action, string pointer, DialectRow row, string found, string name = "") =>
        new(descriptor, action.Slug, row.Option, found, name)
        {
            Slug = action.Slug,
            Pointer = descriptor == DialectProblems.Name ? "/slug" : "/parameters" + pointer,
        };

    private static string Excerpt(string json) => json.Length <= MostCharacters ? json : json[..MostCharacters] + "…";

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
