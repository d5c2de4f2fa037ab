using System.Text.Json;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Errors;
using Recoup.Schemas;

namespace Recoup.Emulator.Core.Operations;

/// <summary>The parameters of an execution against the action's schema, and the files among them against those that were staged.</summary>
internal static class ParameterCheck
{
    private const int Shown = 20;

    public static ApiError? Refusal(ApiServices api, CatalogEntry entry, JsonElement parameters, Exchange exchange)
    {
        exchange.Violations = Violations(entry, parameters, api.Rules);
        if (api.Rules.ValidatesParameters && exchange.Violations.Count > 0)
            return ApiError.ParametersInvalid(entry.Action.Slug, exchange.Violations);
        foreach (var (pointer, key) in FileDescriptors.In(parameters))
        {
            if (!api.State.IsStaged(key))
                return api.Rules.UnstagedFile(ApiError.FileNotStaged(pointer, key));
        }
        return null;
    }

    private static IReadOnlyList<string> Violations(CatalogEntry entry, JsonElement parameters, ApiRules rules)
    {
        IEnumerable<Violation> violations = entry.Parameters.Validate(parameters);
        if (rules.DescriptorsStandForText)
            violations = violations.Where(violation => !(violation.Keyword == "type" && FileDescriptors.IsAt(parameters, violation.InstanceLocation)));
        return [.. violations.Select(violation => violation.Message).Take(Shown)];
    }
}
