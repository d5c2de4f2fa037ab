using System.Text.Json;
using Recoup.Binding.Problems;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Api;

/// <summary>Collects the problems of one document with their positions.</summary>
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

    /// <summary>Adds a schema that became any JSON.</summary>
    /// <param name="fallback">The schema.</param>
    /// <param name="origin">What its pointer starts from.</param>
    public void Add(Fallback fallback, PositionedElement origin) =>
        Add(ApiProblems.AnyJson, origin.Nearest(fallback.Place.Pointer), fallback.Name, fallback.Reason);

    public EquatableArray<Problem> ToArray() => new(_problems.OrderBy(problem => problem.Range?.Start.CharOffset));
}
