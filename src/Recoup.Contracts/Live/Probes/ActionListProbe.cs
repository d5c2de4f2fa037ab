using Recoup.Catalogs;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>Checks the list of actions: its schema, the slugs, and the parameters.</summary>
internal sealed class ActionListProbe() : Probe(8, "the list of actions")
{
    // Members of a validator's internal objects. A server that leaks them does not serve JSON Schema (this has happened).
    private static readonly string[] Leaks = ["_def", "~standard"];

    public override Task RunAsync(ProbeRun run, CancellationToken cancellation)
    {
        BodyCheck.Check(run, Id, run.Api.Routes.ListActions, run.CatalogResponse);
        foreach (var action in run.Catalog.Catalog!.Actions)
        {
            if (Flaw(action) is { } flaw)
                run.Findings.Add(BodyCheck.Finding(run, Id, run.Api.Routes.ListActions, $"{action.Slug}: {flaw}", action.Slug));
        }

        return Task.CompletedTask;
    }

    private static string? Flaw(CatalogAction action)
    {
        if (!action.Slug.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '_'))
            return "expected a slug of upper-case letters, digits and underscores";
        var leak = Leaks.FirstOrDefault(name => action.ParametersSource.TryGetProperty(name, out _));
        return leak is null ? null : $"expected 'parameters' to be a JSON Schema, got the internals of a validator ('{leak}')";
    }
}
