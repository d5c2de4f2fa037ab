using System.Text.Json;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Files;
using Recoup.Emulator.Core.Rules;
using Recoup.Emulator.Core.State;
using Recoup.Schemas;

namespace Recoup.Emulator.Core.Checks;

/// <summary>Checks the parameters of an execution against the action's schema, and the files in them against the staged ones.</summary>
internal static class ParameterCheck
{
    private const int Shown = 20;

    /// <summary>How the parameters violate the action's schema, one line per violation.</summary>
    public static IReadOnlyList<string> Violations(CatalogEntry entry, JsonElement parameters, ApiRules rules, SchemaWork work)
    {
        var found = entry.Parameters.Validate(parameters, work);
        if (found.Count == 0)
            return [];
        IEnumerable<Violation> violations = found;
        if (rules.AllowsDescriptorsAsText)
        {
            violations = violations.Where(violation =>
                !(violation.Keyword == "type" && FileDescriptors.IsAt(parameters, violation.InstanceLocation)));
        }
        return [.. violations.Select(violation => violation.Message).Take(Shown)];
    }

    /// <summary>Why an action cannot be executed with these parameters; null if it can.</summary>
    public static ApiError? Refusal(
        CatalogEntry entry, JsonElement parameters, IReadOnlyList<string> violations, IPlatformState state, ApiRules rules)
    {
        if (rules.ValidatesParameters && violations.Count > 0)
            return ApiError.ParametersInvalid(entry.Action.Slug, violations);
        foreach (var (pointer, key) in FileDescriptors.In(parameters))
        {
            if (!state.IsStaged(key) && rules.UnstagedFile(ApiError.FileNotStaged(pointer, key)) is { } error)
                return error;
        }
        return null;
    }
}
