using Recoup.Catalogs.Spec;
using Recoup.Contracts.Levels.Source;
using Recoup.Contracts.Rules;

namespace Recoup.Contracts.Levels;

/// <summary>Two OpenAPI documents: operations by method and path, then what each takes and answers.</summary>
internal static class SpecLevel
{
    public static LevelOutcome Compare(Sides sides, DiffOptions options, CancellationToken cancellation)
    {
        var old = sides.Old.Spec!.Operations.ToDictionary(Name, StringComparer.Ordinal);
        var @new = sides.New.Spec!.Operations.ToDictionary(Name, StringComparer.Ordinal);
        var pointers = (new PointerIndex(sides.Old.Root), new PointerIndex(sides.New.Root));
        var findings = new List<Finding>();
        var source = options.WireOnly ? null : BoundSpecs.Of(sides);
        var common = new List<(ApiOperation, ApiOperation, SpecSite)>();
        foreach (var name in old.Keys.Union(@new.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var site = new SpecSite(name, sides, old.GetValueOrDefault(name)?.Source ?? default, @new.GetValueOrDefault(name)?.Source ?? default, pointers.Item1, pointers.Item2);
            if (!@new.TryGetValue(name, out var now))
            {
                findings.Add(site.Finding(SpecRules.Operation, Change.Removed, Verdict.Breaking, "the operation was removed: the server responds with 404 or 405", site.Old, default) with
                {
                    Source = source?.Without(old[name]),
                });
            }
            else if (!old.TryGetValue(name, out var was))
            {
                findings.Add(site.Finding(SpecRules.Operation, Change.Added, Verdict.Compatible, "the operation was added", default, site.New));
            }
            else
            {
                common.Add((was, now, site));
                findings.AddRange(OperationComparison.Compare(was, now, site, options));
            }
        }

        var whole = new SpecSite(null, sides, default, default, pointers.Item1, pointers.Item2);
        if (source is not null)
            findings.AddRange(source.Compare(common, whole));
        if (sides.Old.Spec.Server != sides.New.Spec.Server)
        {
            findings.Add(whole.Finding(SpecRules.Server, Change.Changed, Verdict.Behavior,
                $"the address of the API was {sides.Old.Spec.Server ?? "not given"} and is now {sides.New.Spec.Server ?? "not given"}", sides.Old.Root["servers"], sides.New.Root["servers"]));
        }

        return new LevelOutcome(findings, common.Count);
    }

    private static string Name(ApiOperation operation) => $"{operation.Method} {operation.Path}";
}
