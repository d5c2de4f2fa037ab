using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Rules;

namespace Recoup.Contracts.Levels;

/// <summary>An operation before and after.</summary>
internal static class OperationComparison
{
    public static IEnumerable<Finding> Compare(ApiOperation old, ApiOperation @new, SpecSite site, DiffOptions options) =>
    [
        .. Texts(old, @new, site),
        .. Parameters(old, @new, site, options),
        .. Body(old.Body, @new.Body, site, options),
        .. Statuses(old, @new, site, options),
        .. Security(old, @new, site),
    ];

    private static IEnumerable<Finding> Texts(ApiOperation old, ApiOperation @new, SpecSite site)
    {
        if (old.Id != @new.Id)
        {
            yield return site.Finding(SpecRules.OperationId, Change.Changed, Verdict.Behavior,
                $"the operationId was '{old.Id}' and is now '{@new.Id}'", old.Source["operationId"], @new.Source["operationId"]);
        }

        if (old.IsDeprecated != @new.IsDeprecated)
        {
            yield return site.Finding(SpecRules.Deprecated, @new.IsDeprecated ? Change.Added : Change.Removed, Verdict.Behavior,
                @new.IsDeprecated ? "the operation is now deprecated" : "the operation is no longer deprecated", old.Source["deprecated"], @new.Source["deprecated"]);
        }

        if (old.Description != @new.Description || old.Summary != @new.Summary)
        {
            var field = old.Description != @new.Description ? "description" : "summary";
            yield return site.Finding(SpecRules.Description, Change.Changed, Verdict.Behavior, $"the {field} has changed", old.Source[field], @new.Source[field]);
        }
    }

    private static IEnumerable<Finding> Parameters(ApiOperation old, ApiOperation @new, SpecSite site, DiffOptions options)
    {
        foreach (var was in old.Parameters)
        {
            var now = @new.Parameters.FirstOrDefault(other => other.Name == was.Name && other.Place == was.Place);
            if (now is null)
            {
                // The server passes over what it does not know.
                yield return site.Finding(SpecRules.Parameter, Change.Removed, Verdict.Behavior,
                    $"the parameter '{was.Name}' ({Words(was)}) was removed", was.Source, default, Direction.Parameters);
                continue;
            }

            if (was.IsRequired != now.IsRequired)
            {
                yield return site.Finding(SpecRules.ParameterRequired, now.IsRequired ? Change.Added : Change.Removed, now.IsRequired ? Verdict.Breaking : Verdict.Compatible,
                    $"the parameter '{was.Name}' is {(now.IsRequired ? "now required" : "no longer required")}", was.Source, now.Source, Direction.Parameters);
            }

            if (was.Style != now.Style || was.Explode != now.Explode)
            {
                yield return site.Finding(SpecRules.ParameterStyle, Change.Changed, Verdict.Breaking,
                    $"the parameter '{was.Name}' had style {was.Style}{(was.Explode ? ", exploded" : "")} and now has style {now.Style}{(now.Explode ? ", exploded" : "")}",
                    was.Source, now.Source, Direction.Parameters);
            }

            foreach (var finding in site.Schemas(was.Schema, now.Schema, Direction.Parameters, $"parameter '{was.Name}'", options.Seed))
                yield return finding;
        }

        foreach (var now in @new.Parameters.Where(now => old.Parameters.All(was => was.Name != now.Name || was.Place != now.Place)))
        {
            yield return site.Finding(SpecRules.Parameter, Change.Added, now.IsRequired ? Verdict.Breaking : Verdict.Compatible,
                $"the parameter '{now.Name}' ({Words(now)}) is new{(now.IsRequired ? " and required" : "")}", default, now.Source, Direction.Parameters);
        }
    }

    private static IEnumerable<Finding> Body(ApiBody? old, ApiBody? @new, SpecSite site, DiffOptions options)
    {
        if (old is null && @new is null)
            yield break;
        var (before, after) = (site.Old["requestBody"], site.New["requestBody"]);
        if (old is null || @new is null)
        {
            yield return site.Finding(SpecRules.Body, old is null ? Change.Added : Change.Removed, old is null && !@new!.IsRequired ? Verdict.Compatible : Verdict.Breaking,
                old is null ? $"the operation now takes a body{(@new!.IsRequired ? ", which is required" : "")}" : "the operation no longer takes a body", before, after, Direction.Parameters);
            yield break;
        }

        if (old.IsRequired != @new.IsRequired)
        {
            yield return site.Finding(SpecRules.BodyRequired, @new.IsRequired ? Change.Added : Change.Removed, @new.IsRequired ? Verdict.Breaking : Verdict.Compatible,
                $"the body is {(@new.IsRequired ? "now required" : "no longer required")}", before, after, Direction.Parameters);
        }

        foreach (var finding in MediaTypes(old.MediaTypes, @new.MediaTypes, "body", Direction.Parameters, before, after, site))
            yield return finding;
        foreach (var finding in site.Schemas(old.Schema, @new.Schema, Direction.Parameters, "body", options.Seed))
            yield return finding;
    }

    private static IEnumerable<Finding> Statuses(ApiOperation old, ApiOperation @new, SpecSite site, DiffOptions options)
    {
        foreach (var status in old.Responses.Select(response => response.Status).Union(@new.Responses.Select(response => response.Status), StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (was, now) = (old.Responses.FirstOrDefault(response => response.Status == status), @new.Responses.FirstOrDefault(response => response.Status == status));
            var (before, after) = (site.Old["responses"][status], site.New["responses"][status]);
            if (was is not null && now is not null)
            {
                foreach (var finding in MediaTypes(was.MediaTypes, now.MediaTypes, $"response {status}", Direction.Results, before, after, site))
                    yield return finding;
                foreach (var finding in site.Schemas(was.Schema, now.Schema, Direction.Results, $"response {status}", options.Seed))
                    yield return finding;
                continue;
            }

            // A success that comes no more is what a program waits for; a failure that may come now is one it does not know.
            var isSuccess = status.StartsWith('2');
            yield return site.Finding(SpecRules.Status, was is null ? Change.Added : Change.Removed,
                was is null ? Verdict.Behavior : isSuccess ? Verdict.Breaking : Verdict.Compatible,
                was is null ? $"the status {status} may now be returned" : $"the status {status} is no longer returned", before, after, Direction.Results);
        }
    }

    private static IEnumerable<Finding> MediaTypes(
        EquatableArray<string> old, EquatableArray<string> @new, string what, Direction direction, PositionedElement before, PositionedElement after, SpecSite site)
    {
        // A request in a type that is not taken any more fails; so does a program that reads a type which may come now.
        var breaking = direction == Direction.Parameters ? Change.Removed : Change.Added;
        foreach (var type in old.Except(@new, StringComparer.Ordinal))
            yield return Finding(type, Change.Removed, direction == Direction.Parameters ? "is no longer accepted" : "is no longer returned");
        foreach (var type in @new.Except(old, StringComparer.Ordinal))
            yield return Finding(type, Change.Added, direction == Direction.Parameters ? "is now accepted" : "may now be returned");

        Finding Finding(string type, Change change, string words) => site.Finding(SpecRules.MediaType, change,
            change == breaking ? Verdict.Breaking : Verdict.Compatible, $"{what}: {type} {words}", before["content"][type], after["content"][type], direction);
    }

    private static IEnumerable<Finding> Security(ApiOperation old, ApiOperation @new, SpecSite site)
    {
        var (before, after) = (old.Security.Select(Words).ToList(), @new.Security.Select(Words).ToList());
        var (gone, come) = (before.Except(after).ToList(), after.Except(before).ToList());
        if (gone.Count == 0 && come.Count == 0)
            yield break;

        // To ask for nothing takes callers of every kind.
        var isOpen = after.Count == 0 || after.Contains("");
        var narrows = !isOpen && (gone.Count > 0 || before.Count == 0);
        yield return site.Finding(SpecRules.Security, gone.Count == 0 && before.Count > 0 ? Change.Loosened : isOpen ? Change.Removed : narrows ? Change.Tightened : Change.Changed,
            narrows ? Verdict.Breaking : Verdict.Compatible,
            $"the accepted credentials were {Join(before)} and are now {Join(after)}", site.Old["security"], site.New["security"], Direction.Parameters);

        static string Join(List<string> ways) => ways.Count == 0 ? "none" : string.Join(" or ", ways.Select(way => way.Length == 0 ? "none" : way));
    }

    private static string Words(ApiSecurity security) =>
        string.Join(" and ", security.Schemes.Select(scheme => $"{scheme.Id} ({scheme.Kind} {scheme.Header})".Replace(" )", ")", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    private static string Words(ApiParameter parameter) => parameter.Place switch
    {
        ApiParameterPlace.Path => "path",
        ApiParameterPlace.Query => "query",
        ApiParameterPlace.Header => "header",
        _ => "cookie",
    };
}
