using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Documents.Wire;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Schemas.Edits;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>Compares the parameters of an operation, paired by what is sent.</summary>
internal static class ParameterComparison
{
    public static IEnumerable<Finding> Compare(ApiOperation before, ApiOperation after, SpecSite site, int seed)
    {
        var (was, now) = (Read(before), Read(after));
        var gone = was.Where(pair => !now.ContainsKey(pair.Key)).Select(pair => pair.Value).ToList();
        var come = now.Where(pair => !was.ContainsKey(pair.Key)).Select(pair => pair.Value).ToList();
        var renames = ParameterRenames.Of(gone, come);
        var unnamed = Unnamed(gone, come, site);
        foreach (var (key, parameter) in was)
        {
            if (now.TryGetValue(key, out var same))
            {
                foreach (var finding in Both(key, parameter, same, site, seed))
                    yield return finding;
            }
            else if (unnamed is { } pair && pair.Was == parameter)
            {
                foreach (var finding in Both(key, parameter, pair.Now, site, seed))
                    yield return finding;
            }
            else if (IsPartOfPath(parameter, before))
            {
                // The path has it, whether it is described or not.
            }
            else if (renames.TryGetValue(parameter, out var renamed))
            {
                yield return Renamed(parameter, renamed, (before, after), site, seed);
            }
            else
            {
                // The server ignores unknown parameters.
                yield return site.Finding(SpecRules.Parameter, Change.Removed, Verdict.Behavior,
                    $"the parameter '{parameter.Name}' ({Words(parameter)}) was removed", parameter.Source, default, Direction.Parameters);
            }
        }

        foreach (var parameter in come.Where(parameter =>
            !renames.Values.Contains(parameter) && parameter != unnamed?.Now && !IsPartOfPath(parameter, after)))
        {
            yield return site.Finding(SpecRules.Parameter, Change.Added, parameter.IsRequired ? Verdict.Breaking : Verdict.Compatible,
                $"the parameter '{parameter.Name}' ({Words(parameter)}) is new{(parameter.IsRequired ? " and required" : "")}", default,
                 parameter.Source, Direction.Parameters);
        }
    }

    private static Dictionary<string, ApiParameter> Read(ApiOperation operation)
    {
        var path = PathShape.Of(operation.Path);
        var parameters = new Dictionary<string, ApiParameter>(StringComparer.Ordinal);
        foreach (var parameter in operation.Parameters.Where(parameter => !parameter.IsIgnored))
            parameters.TryAdd(ParameterKey.Of(parameter, path), parameter);
        return parameters;
    }

    /// <summary>
    /// The only two parameters of other names whose names are not sent, because each property of the object is a parameter of its own
    /// (OpenAPI 3.1, section 4.8.12.2).
    /// </summary>
    private static (ApiParameter Was, ApiParameter Now)? Unnamed(List<ApiParameter> gone, List<ApiParameter> come, SpecSite site) =>
        gone.FindAll(parameter => IsUnnamed(parameter, site.KindsBefore(parameter.Schema))) is [var was]
        && come.FindAll(parameter => IsUnnamed(parameter, site.KindsAfter(parameter.Schema))) is [var now]
        && was.Place == now.Place
            ? (was, now)
            : null;

    private static bool IsUnnamed(ApiParameter parameter, ValueKinds kinds) =>
        parameter is { MediaType: null, Explode: true, Style: "form" } && kinds == ValueKinds.Object;

    private static bool IsPartOfPath(ApiParameter parameter, ApiOperation operation) =>
        parameter.Place == ApiParameterPlace.Path && PathShape.Of(operation.Path).IndexOf(parameter.Name) is not null;

    /// <summary>A rename is one finding, whatever else changed about the parameter.</summary>
    private static Finding Renamed(
        ApiParameter was, ApiParameter now, (ApiOperation Before, ApiOperation After) operations, SpecSite site, int seed)
    {
        var values = new[]
        {
            ValuePath.Parameter(ParameterKey.Of(was, PathShape.Of(operations.Before.Path))),
            ValuePath.Parameter(ParameterKey.Of(now, PathShape.Of(operations.After.Path))),
        };
        var also = site.Schemas(was.Schema, now.Schema, Direction.Parameters, "its schema", values[0], seed, TextsOf(was, now))
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
            Values = values,
        };
    }

    private static IEnumerable<Finding> Both(string key, ApiParameter was, ApiParameter now, SpecSite site, int seed)
    {
        if (was.IsRequired != now.IsRequired)
        {
            yield return site.Finding(SpecRules.ParameterRequired, now.IsRequired
                ? Change.Added
                : Change.Removed, now.IsRequired ? Verdict.Breaking : Verdict.Compatible,
                $"the parameter '{was.Name}' is {(now.IsRequired ? "now required" : "no longer required")}", was.Source, now.Source,
                 Direction.Parameters);
        }

        if (was.Source["deprecated"].AsBoolean() == true != (now.Source["deprecated"].AsBoolean() == true))
        {
            var isDeprecated = now.Source["deprecated"].AsBoolean() == true;
            yield return site.Finding(SpecRules.Deprecated, isDeprecated ? Change.Added : Change.Removed, Verdict.Behavior,
                $"the parameter '{was.Name}' is {(isDeprecated ? "now deprecated" : "no longer deprecated")}", was.Source, now.Source);
        }

        foreach (var finding in Serialization(was, now, site))
            yield return finding;
        foreach (var finding in site.Schemas(
            was.Schema, now.Schema, Direction.Parameters, $"parameter '{was.Name}'", ValuePath.Parameter(key), seed,
            TextsOf(was, now)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Serialization(ApiParameter was, ApiParameter now, SpecSite site)
    {
        var (formBefore, formAfter) = (ParameterForm.Words(was), ParameterForm.Words(now));
        if (formBefore != formAfter && !ParameterForm.IsSame(was, now, site.KindsBefore(was.Schema)))
            yield return Finding(
                Change.Changed, Verdict.Breaking, $"had {formBefore} and now has {formAfter}");

        // This style sends the name of a parameter of the path (RFC 6570, section 3.2.7).
        if (was.Style == "matrix" && now.Style == "matrix" && was.Name != now.Name && !(was.Explode && IsObject()))
            yield return Finding(Change.Changed, Verdict.Breaking, $"is now sent as '{now.Name}'");
        if (was.Place != ApiParameterPlace.Query)
            yield break;

        if (Flag(was, "allowReserved") != Flag(now, "allowReserved"))
            yield return Finding(
                Flag(now, "allowReserved") ? Change.Added : Change.Removed,
                Verdict.Behavior,
                ParameterForm.ReservedWords(Flag(now, "allowReserved")));

        // An empty value is only special where the schema does not accept it.
        if (Flag(was, "allowEmptyValue") && !Flag(now, "allowEmptyValue") && !site.AcceptsEmptyAfter(now.Schema))
            yield return Finding(Change.Removed, Verdict.Breaking, "may no longer have an empty value");
        if (!Flag(was, "allowEmptyValue") && Flag(now, "allowEmptyValue") && !site.AcceptsEmptyBefore(was.Schema))
            yield return Finding(Change.Added, Verdict.Compatible, "may now have an empty value");

        bool IsObject() => site.KindsBefore(was.Schema) == ValueKinds.Object;

        Finding Finding(Change change, Verdict verdict, string words) => site.Finding(
            SpecRules.ParameterStyle, change, verdict, $"the parameter '{was.Name}' {words}", was.Source, now.Source, Direction.Parameters);
    }

    /// <summary>The texts of a parameter; null if it is sent as JSON or in another form.</summary>
    private static TextValues? TextsOf(ApiParameter was, ApiParameter now) => was.MediaType is null && now.MediaType is null
        ? new TextValues(CanBeEmpty: was.Place != ApiParameterPlace.Path)
        : null;

    private static bool Flag(ApiParameter parameter, string name) => parameter.Source[name].AsBoolean() == true;

    private static string Words(ApiParameter parameter) => parameter.Place switch
    {
        ApiParameterPlace.Path => "path",
        ApiParameterPlace.Query => "query",
        ApiParameterPlace.Header => "header",
        _ => "cookie",
    };
}
