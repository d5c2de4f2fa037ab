using Microsoft.CodeAnalysis;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Generators.Input;

/// <summary>The problems of a step.</summary>
/// <param name="Items">The problems.</param>
internal sealed record ProblemList(EquatableArray<Problem> Items);

/// <summary>Joins the problems of steps.</summary>
internal static class ProblemListExtensions
{
    /// <summary>These problems, then those of another step.</summary>
    public static IncrementalValueProvider<ProblemList> With(
        this IncrementalValueProvider<ProblemList> problems, IncrementalValueProvider<ProblemList> others) => problems
        .Combine(others)
        .Select(static (pair, _) => new ProblemList(new(pair.Left.Items.Concat(pair.Right.Items))));

    /// <summary>These problems, then those of a step with several values.</summary>
    public static IncrementalValueProvider<ProblemList> With(
        this IncrementalValueProvider<ProblemList> problems, IncrementalValuesProvider<ProblemList> others) => problems
        .Combine(others.Group())
        .Select(static (pair, _) =>
            new ProblemList(new(pair.Left.Items.Concat(pair.Right.Items.SelectMany(list => list.Items)))));
}
