using System.Text.Json;
using Recoup.Binding.Problems;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Api;

/// <summary>Problems of one document, each put to its place as it comes.</summary>
internal sealed class ApiProblemList(PositionedElement root, string? path)
{
    private readonly List<Problem> _problems = [];

    public void Add(ProblemDescriptor descriptor, PositionedElement place, params string[] arguments)
    {
        var at = place.ValueKind == JsonValueKind.Undefined ? root : place;
        _problems.Add(new Problem(descriptor, arguments)
        {
            Path = path,
            Range = at.ValueKind == JsonValueKind.Undefined ? null : at.StartRange,
        });
    }

    /// <summary>Takes over what the binder of schemas has to say.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="origin">What its pointer starts from.</param>
    public void AddSchemaProblem(Problem problem, PositionedElement origin)
    {
        // A pointer goes through references as if they were not there: the nearest place that exists is shown.
        Add(ApiProblems.AnyJson, origin.Nearest(problem.Pointer), problem.Arguments[1], problem.Arguments[2]);
    }

    public EquatableArray<Problem> ToArray() => new(_problems.OrderBy(problem => problem.Range?.Start.CharOffset));
}
