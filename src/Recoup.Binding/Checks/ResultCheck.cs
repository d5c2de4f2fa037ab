using System.Globalization;
using System.Text.Json;
using Recoup.Binding.Actions;
using Recoup.Catalogs;
using Recoup.Catalogs.Actions;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Schemas;

namespace Recoup.Binding.Checks;

/// <summary>Checks the descriptions of results against the catalogs that they are laid over.</summary>
internal static class ResultCheck
{
    // Each suggestion looks at all slugs.
    private const int MostSuggestions = 20;

    /// <summary>Descriptions without an action, schemas that cannot be compiled, and sources that disagree.</summary>
    /// <param name="catalogs">The catalogs, with the descriptions laid over their actions.</param>
    /// <param name="files">The files that describe results, the first with the highest priority.</param>
    /// <param name="cancellation">Cancels the work between two schemas.</param>
    public static IEnumerable<Problem> Of(
        IReadOnlyList<CatalogSelection> catalogs, IReadOnlyList<ResultFile> files, CancellationToken cancellation)
    {
        if (files.Count == 0)
            return [];
        var actions = new Dictionary<string, CatalogAction>(StringComparer.Ordinal);
        foreach (var action in catalogs.SelectMany(catalog => catalog.Actions))
        {
            if (!actions.ContainsKey(action.Slug))
                actions.Add(action.Slug, action);
        }

        var first = new Dictionary<string, ResultDescription>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        var unknown = 0;
        foreach (var description in files.SelectMany(file => file.Descriptions))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!actions.TryGetValue(description.Slug, out var action))
            {
                // A provider's snapshot describes more actions than an account has.
                if (!description.IsCatalog)
                    problems.Add(Unknown(description, unknown++ < MostSuggestions ? actions.Keys : []));
            }
            else if (!first.TryGetValue(description.Slug, out var winner))
            {
                first.Add(description.Slug, description);
                problems.AddRange(Invalid(action, description));
                problems.AddRange(Disagreement(action, description, action.Served.OutputParametersSource, "by the catalog"));
            }
            else
            {
                var line = description.Name.Range.Start.Line.ToString(CultureInfo.InvariantCulture);
                problems.AddRange(Disagreement(action, winner, description.Schema, $"in '{description.File}', line {line}"));
            }
        }

        return problems;
    }

    private static Problem Unknown(ResultDescription description, IEnumerable<string> slugs) =>
        new(ResultProblems.UnknownAction, description.Slug, Nearest.Question(description.Slug, slugs))
        {
            Path = description.File,
            Pointer = description.Pointer,
            Range = description.Name.Range,
        };

    private static IEnumerable<Problem> Invalid(CatalogAction action, ResultDescription description)
    {
        if (JsonSchema.TryParse(description.Schema.ToJsonElement(), null, out _, out var problems))
            yield break;
        foreach (var problem in problems)
        {
            var at = description.Schema.TryResolve(
                problem.Keyword is { } keyword ? JsonPointer.Append(problem.DocumentLocation, keyword) : problem.DocumentLocation,
                out var exact)
                ? exact
                : description.Schema.Nearest(problem.DocumentLocation);
            yield return new Problem(ResultProblems.Invalid, action.Slug, problem.Message)
            {
                Path = description.File,
                Pointer = description.Pointer + problem.DocumentLocation,
                Range = at.Range,
            };
        }
    }

    // A source may write the same schema in another order, or with other white space.
    private static IEnumerable<Problem> Disagreement(
        CatalogAction action, ResultDescription winner, PositionedElement other, string where)
    {
        if (other.ValueKind == JsonValueKind.Undefined || winner.Schema.HasTokensOf(other))
            yield break;
        yield return new Problem(ResultProblems.Disagreement, action.Slug, where)
        {
            Path = winner.File,
            Pointer = winner.Pointer,
            Range = winner.Name.Range,
        };
    }
}
