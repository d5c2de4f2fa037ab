using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Schemas.Edits;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>Compares an operation before and after.</summary>
internal static class OperationComparison
{
    public static IEnumerable<Finding> Compare(ApiOperation before, ApiOperation after, SpecSite site, DiffOptions options) =>
    [
        .. Texts(before, after, site),
        .. Parameters(before, after, site, options),
        .. Body(before.Body, after.Body, site, options),
        .. Statuses(before, after, site, options),
        .. Security(before, after, site),
    ];

    private static IEnumerable<Finding> Texts(ApiOperation before, ApiOperation after, SpecSite site)
    {
        if (before.Id != after.Id)
        {
            yield return site.Finding(SpecRules.OperationId, Change.Changed, Verdict.Behavior,
                $"the operationId was '{before.Id}' and is now '{after.Id}'", before.Source["operationId"], after.Source["operationId"]);
        }

        if (before.IsDeprecated != after.IsDeprecated)
        {
            yield return site.Finding(SpecRules.Deprecated, after.IsDeprecated ? Change.Added : Change.Removed, Verdict.Behavior,
                after.IsDeprecated ? "the operation is now deprecated" : "the operation is no longer deprecated",
                 before.Source["deprecated"], after.Source["deprecated"]);
        }

        if (before.Description != after.Description || before.Summary != after.Summary)
        {
            var field = before.Description != after.Description ? "description" : "summary";
            yield return site.Finding(
                SpecRules.Description,
                Change.Changed,
                Verdict.Behavior,
                $"the {field} has changed",
                before.Source[field],
                after.Source[field]);
        }
    }

    private static IEnumerable<Finding> Parameters(ApiOperation before, ApiOperation after, SpecSite site, DiffOptions options)
    {
        var renames = ParameterRenames.Of(before, after);
        foreach (var (was, now) in renames)
            yield return Renamed(was, now, site, options);
        foreach (var was in before.Parameters.Where(parameter => renames.All(rename => rename.Before != parameter)))
        {
            var now = after.Parameters.FirstOrDefault(other => other.Name == was.Name && other.Place == was.Place);
            if (now is null)
            {
                // The server ignores unknown parameters.
                yield return site.Finding(SpecRules.Parameter, Change.Removed, Verdict.Behavior,
                    $"the parameter '{was.Name}' ({Words(was)}) was removed", was.Source, default, Direction.Parameters);
                continue;
            }

            if (was.IsRequired != now.IsRequired)
            {
                yield return site.Finding(SpecRules.ParameterRequired, now.IsRequired
                    ? Change.Added
                    : Change.Removed, now.IsRequired ? Verdict.Breaking : Verdict.Compatible,
                    $"the parameter '{was.Name}' is {(now.IsRequired ? "now required" : "no longer required")}", was.Source, now.Source,
                     Direction.Parameters);
            }

            if (was.Style != now.Style || was.Explode != now.Explode)
            {
                yield return site.Finding(SpecRules.ParameterStyle, Change.Changed, Verdict.Breaking,
                    $"the parameter '{was.Name}' had style {was.Style}{(was.Explode ? ", exploded" : "")} and now has style "
                        + $"{now.Style}{(now.Explode ? ", exploded" : "")}",
                    was.Source, now.Source, Direction.Parameters);
            }

            foreach (var finding in site.Schemas(was.Schema, now.Schema, Direction.Parameters, $"parameter '{was.Name}'", options.Seed))
                yield return finding;
        }

        foreach (var now in after.Parameters.Where(now => renames.All(rename => rename.After != now)
            && before.Parameters.All(was => was.Name != now.Name || was.Place != now.Place)))
        {
            yield return site.Finding(SpecRules.Parameter, Change.Added, now.IsRequired ? Verdict.Breaking : Verdict.Compatible,
                $"the parameter '{now.Name}' ({Words(now)}) is new{(now.IsRequired ? " and required" : "")}", default, now.Source,
                 Direction.Parameters);
        }
    }

    /// <summary>A rename is one finding, whatever else changed about the parameter.</summary>
    private static Finding Renamed(ApiParameter was, ApiParameter now, SpecSite site, DiffOptions options)
    {
        var also = site.Schemas(was.Schema, now.Schema, Direction.Parameters, "its schema", options.Seed)
            .Select(finding => finding.Message);
        if (was.IsRequired != now.IsRequired)
            also = also.Prepend(now.IsRequired ? "it is now required" : "it is no longer required");

        // The server ignores the old name, so it breaks a call only if it requires the new one.
        return site.Finding(
            SpecRules.Parameter,
            Change.Changed,
            now.IsRequired ? Verdict.Breaking : Verdict.Behavior,
            $"the parameter '{was.Name}' ({Words(was)}) was renamed to '{now.Name}'{EditWords.Also(also)}",
            was.Source,
            now.Source,
            Direction.Parameters) with
        {
            Values = [ValuePath.Parameter(was.Name), ValuePath.Parameter(now.Name)],
        };
    }

    private static IEnumerable<Finding> Body(ApiBody? before, ApiBody? after, SpecSite site, DiffOptions options)
    {
        if (before is null && after is null)
            yield break;
        var (partBefore, partAfter) = (site.Before["requestBody"], site.After["requestBody"]);
        if (before is null || after is null)
        {
            yield return site.Finding(SpecRules.Body, before is null
                ? Change.Added
                : Change.Removed, before is null && !after!.IsRequired ? Verdict.Compatible : Verdict.Breaking,
                before is null
                    ? $"the operation now takes a body{(after!.IsRequired ? ", which is required" : "")}"
                    : "the operation no longer takes a body", partBefore, partAfter, Direction.Parameters);
            yield break;
        }

        if (before.IsRequired != after.IsRequired)
        {
            yield return site.Finding(SpecRules.BodyRequired, after.IsRequired
                ? Change.Added
                : Change.Removed, after.IsRequired ? Verdict.Breaking : Verdict.Compatible,
                $"the body is {(after.IsRequired ? "now required" : "no longer required")}", partBefore, partAfter, Direction.Parameters);
        }

        foreach (var finding in MediaTypes(before.MediaTypes, after.MediaTypes, "body", Direction.Parameters, partBefore, partAfter, site))
            yield return finding;
        foreach (var finding in site.Schemas(before.Schema, after.Schema, Direction.Parameters, "body", options.Seed))
            yield return finding;
    }

    private static IEnumerable<Finding> Statuses(ApiOperation before, ApiOperation after, SpecSite site, DiffOptions options)
    {
        foreach (var status in before.Responses.Select(response => response.Status)
            .Union(after.Responses.Select(response => response.Status), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal))
        {
            var (was, now) = (before.Responses.FirstOrDefault(response =>
                response.Status == status), after.Responses.FirstOrDefault(response => response.Status == status));
            var (partBefore, partAfter) = (site.Before["responses"][status], site.After["responses"][status]);
            if (was is not null && now is not null)
            {
                foreach (var finding in MediaTypes(
                    was.MediaTypes, now.MediaTypes, $"response {status}", Direction.Results, partBefore, partAfter, site))
                    yield return finding;
                foreach (var finding in site.Schemas(was.Schema, now.Schema, Direction.Results, $"response {status}", options.Seed))
                    yield return finding;
                continue;
            }

            // Programs wait for a success status that no longer occurs; they do not know a new failure status.
            var isSuccess = status.StartsWith('2');
            yield return site.Finding(SpecRules.Status, was is null ? Change.Added : Change.Removed,
                was is null ? Verdict.Behavior : isSuccess ? Verdict.Breaking : Verdict.Compatible,
                was is null ? $"the status {status} may now be returned" : $"the status {status} is no longer returned", partBefore,
                 partAfter, Direction.Results);
        }
    }

    private static IEnumerable<Finding> MediaTypes(
        EquatableArray<string> before, EquatableArray<string> after, string what, Direction direction, PositionedElement partBefore,
         PositionedElement partAfter, SpecSite site)
    {
        // A request with a removed media type fails; a program that reads responses fails on a new one.
        var breaking = direction == Direction.Parameters ? Change.Removed : Change.Added;
        foreach (var type in before.Except(after, StringComparer.Ordinal))
            yield return Finding(
                type, Change.Removed, direction == Direction.Parameters ? "is no longer accepted" : "is no longer returned");
        foreach (var type in after.Except(before, StringComparer.Ordinal))
            yield return Finding(type, Change.Added, direction == Direction.Parameters ? "is now accepted" : "may now be returned");

        Finding Finding(string type, Change change, string words) => site.Finding(SpecRules.MediaType, change,
            change == breaking ? Verdict.Breaking : Verdict.Compatible, $"{what}: {type} {words}", partBefore["content"][type],
             partAfter["content"][type], direction);
    }

    private static IEnumerable<Finding> Security(ApiOperation before, ApiOperation after, SpecSite site)
    {
        var (partBefore, partAfter) = (before.Security.Select(Words).ToList(), after.Security.Select(Words).ToList());
        var (gone, come) = (partBefore.Except(partAfter).ToList(), partAfter.Except(partBefore).ToList());
        if (gone.Count == 0 && come.Count == 0)
            yield break;

        // Without a security requirement, every caller is accepted.
        var isOpen = partAfter.Count == 0 || partAfter.Contains("");
        var narrows = !isOpen && (gone.Count > 0 || partBefore.Count == 0);
        yield return site.Finding(SpecRules.Security, gone.Count == 0 && partBefore.Count > 0
            ? Change.Loosened
            : isOpen ? Change.Removed : narrows ? Change.Tightened : Change.Changed,
            narrows ? Verdict.Breaking : Verdict.Compatible,
            $"the accepted credentials were {Join(partBefore)} and are now {Join(partAfter)}", site.Before["security"],
             site.After["security"], Direction.Parameters);

        static string Join(List<string> ways) =>
            ways.Count == 0 ? "none" : string.Join(" or ", ways.Select(way => way.Length == 0 ? "none" : way));
    }

    private static string Words(ApiSecurity security) =>
        string.Join(
            " and ",
            security.Schemes.Select(scheme => $"{scheme.Id} ({scheme.Kind} {scheme.Header})".Replace(" )", ")", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    private static string Words(ApiParameter parameter) => parameter.Place switch
    {
        ApiParameterPlace.Path => "path",
        ApiParameterPlace.Query => "query",
        ApiParameterPlace.Header => "header",
        _ => "cookie",
    };
}
