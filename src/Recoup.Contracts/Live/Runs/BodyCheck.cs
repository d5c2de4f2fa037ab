using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Live.Api;

namespace Recoup.Contracts.Live.Runs;

/// <summary>Checks the body of a response against its schema in the contract.</summary>
internal static class BodyCheck
{
    private const int MostViolations = 5;

    /// <summary>Checks a body, adds findings to the run, and returns whether the body matches its schema.</summary>
    public static bool Check(ProbeRun run, string probe, ApiOperation operation, JsonElement body)
    {
        if (DocumentedBody.Of(run.Api.Routes.Spec, operation, "200") is not { } documented)
            return true;
        var violations = documented.Violations(body);
        foreach (var violation in violations.Take(MostViolations))
            run.Findings.Add(Finding(
                run, probe, operation, $"the response breaks its documented schema: {violation.Message}", violation.InstanceLocation));
        return violations.Count == 0;
    }

    public static Finding Finding(ProbeRun run, string probe, ApiOperation operation, string message, string subject) => new()
    {
        Rule = LiveRules.Body,
        Verdict = Verdict.Breaking,
        Change = Change.Changed,
        Message = $"{probe}: {message}",
        Action = $"{operation.Method} {operation.Path}",
        Pointer = "/" + probe + (subject.StartsWith('/') ? subject : "/" + JsonPointer.Escape(subject)),
        BeforeLocation = SpecPlace.Of(run.Options, operation),
        ContentHash = ContentHash.Of(operation.Id, message),
    };
}
