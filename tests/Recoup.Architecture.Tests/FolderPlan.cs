namespace Recoup.Architecture.Tests;

/// <summary>A folder of a project and the folders of the same project that its files use.</summary>
internal sealed record FolderRow(string Folder, params string[] Uses);

/// <summary>
/// The arrows between the folders of each project. "." is the project's own folder: it holds the entry points, and no other folder uses it.
/// </summary>
internal static class FolderPlan
{
    public static IReadOnlyDictionary<string, FolderRow[]> Projects { get; } = new Dictionary<string, FolderRow[]>
    {
        ["Recoup.Schemas"] =
        [
            new(".", "Compilation", "Drafts", "Keywords", "Options", "Output", "Patterns", "Platform", "Samples", "Sources", "Validation"),
            new("Compilation", "Drafts", "Json", "Options", "Patterns", "Resolution", "Sources", "Validation"),
            new("Drafts", "Json"),
            new("Formats", "Drafts", "Patterns"),
            new("Json", "Platform"),
            new(
                "Keywords",
                "Compilation", "Drafts", "Formats", "Json", "Options", "Output", "Patterns", "Platform", "Sources", "Validation"),
            new("Options", "Drafts"),
            new("Patterns", "Platform"),
            new("Resolution", "Drafts", "Json", "Options", "Sources"),
            new("Samples", "Drafts", "Formats", "Json", "Keywords", "Options", "Patterns", "Platform", "Sources", "Validation"),
            new("Sources", "Drafts", "Json", "Options", "Platform"),
            new("Validation", "Drafts", "Json", "Options", "Output", "Patterns", "Platform", "Sources"),
        ],
        ["Recoup.Catalogs"] =
        [
            new("Actions", "Collections", "Effects", "Files", "Json", "Problems", "Rehearsals"),
            new("Effects", "Collections", "Files", "Json", "Problems", "Slugs"),
            new("Files", "Json", "Problems"),
            new("Problems", "Collections", "Json"),
            new("Rehearsals", "Problems"),
            new("Spec/Outlines", "Json", "Problems"),
            new("Spec", "Collections", "Files", "Json", "Problems", "Spec/Outlines"),
        ],
        ["Recoup.Binding"] =
        [
            new("Actions", "Names", "Names/Overrides", "Problems", "Types", "Types/Features"),
            new("Api", "Names", "Problems", "Types", "Types/Features"),
            new("Checks", "Actions", "Api", "Names/Overrides"),
            new("Names/Overrides", "Names"),
            new("Types", "Names"),
            new("Types/Features", "Types"),
        ],
        ["Recoup.Generators"] =
        [
            new(".", "Actions", "Api", "Diagnostics", "Input"),
            new("Actions", "Emission", "Input"),
            new("Analyzers", "Analyzers/Checks", "Diagnostics", "Emission", "Input"),
            new("Api", "Emission"),
            new("Input", "Emission"),
        ],
        ["Recoup.CodeFixes"] =
        [
            new(".", "Code"),
        ],
        ["Recoup.Typed"] =
        [
            new(
                ".",
                "Actions", "Calls", "Errors", "Execution", "Generated", "Hosting", "Options", "Recording", "Results", "Telemetry",
                "Transport"),
            new("Actions", "Calls", "Generated", "Slugs"),
            new("Errors", "Slugs"),
            new("Execution", "Calls", "Errors", "Generated", "Options", "Results", "Transport"),
            new("Generated", "Calls", "Errors"),
            new("Hosting", "Errors", "Options", "Transport"),
            new("Options", "Generated"),
            new("Recording", "Generated", "Transport"),
            new("Results", "Calls"),
            new("Scalars", "Generated"),
            new("Telemetry", "Errors", "Generated", "Options"),
            new("Transport", "Errors", "Generated", "Options", "Telemetry"),
        ],
        ["Recoup.Emulator"] =
        [
            new(
                ".",
                "Core/Catalog", "Core/Operations", "Core/Replays", "Core/State", "Core/Stubs", "Deployed", "Engine", "Hosts", "Options",
                "TestSurface", "Worlds"),
            new(
                "Control",
                "Control/Calls", "Control/Events", "Control/Routes", "Core/Messages", "Core/Responses", "Engine", "Hosts/Responses",
                "Options", "Worlds"),
            new(
                "Control/Calls",
                "Control/Events", "Core/Catalog", "Core/Formats", "Core/Messages", "Core/Operations", "Core/Responses", "Core/State",
                "Engine", "Options", "Worlds"),
            new("Control/Events", "Core/Exchanges"),
            new(
                "Control/Routes",
                "Control/Calls", "Control/Events", "Core/Catalog", "Core/Changes", "Core/Exchanges", "Core/Messages", "Core/Operations",
                "Core/Outcomes", "Core/Replays", "Core/Requests", "Core/Responses", "Core/State", "Core/Stubs", "Core/Time", "Deployed",
                "Engine", "Options", "TestSurface", "Worlds"),
            new(
                "Core",
                "Core/Checks", "Core/Errors", "Core/Exchanges", "Core/Formats", "Core/Messages", "Core/Operations", "Core/Requests",
                "Core/Responses", "Core/Rules", "Core/State", "Core/Time"),
            new("Core/Authentication", "Core/Errors", "Core/State"),
            new("Core/Catalog", "Core/Messages"),
            new("Core/Checks", "Core/Catalog", "Core/Errors", "Core/Files", "Core/Rules", "Core/State"),
            new("Core/Exchanges", "Core/Changes", "Core/Messages", "Core/Responses", "Core/State"),
            new(
                "Core/Executions",
                "Core/Catalog", "Core/Json", "Core/Messages", "Core/Requests", "Core/Responses", "Core/Rules", "Core/State"),
            new("Core/Files", "Core/Errors", "Core/Formats", "Core/Messages", "Core/Responses", "Core/Rules", "Core/State"),
            new("Core/Json", "Core/Messages"),
            new(
                "Core/Operations",
                "Core/Catalog", "Core/Checks", "Core/Errors", "Core/Exchanges", "Core/Executions", "Core/Files", "Core/Formats",
                "Core/Messages", "Core/Outcomes", "Core/Replays", "Core/Requests", "Core/Responses", "Core/Rules", "Core/State",
                "Core/Stubs"),
            new("Core/Outcomes", "Core/Errors", "Core/Executions", "Core/Messages", "Core/Requests", "Core/Responses", "Core/Rules"),
            new(
                "Core/Replays",
                "Core/Executions", "Core/Json", "Core/Messages", "Core/Outcomes", "Core/Responses", "Core/Rules", "Core/Stubs"),
            new("Core/Requests", "Core/Errors"),
            new("Core/Responses", "Core/Errors", "Core/Json", "Core/Messages"),
            new("Core/Rules", "Core/Authentication", "Core/Errors", "Core/Formats", "Core/Requests", "Core/Responses", "Core/State"),
            new("Core/State", "Core/Changes", "Core/Messages"),
            new(
                "Core/Stubs",
                "Core/Catalog", "Core/Changes", "Core/Exchanges", "Core/Messages", "Core/Outcomes", "Core/Requests", "Core/State"),
            new(
                "Deployed",
                "Core/Authentication", "Core/Errors", "Core/Formats", "Core/Messages", "Core/Operations", "Core/Requests", "Core/Responses",
                "Core/Rules", "Core/State", "Deployed/Rendering", "Deployed/WebAddresses"),
            new("Deployed/Rendering", "Core/Json"),
            new(
                "Engine",
                "Core", "Core/Catalog", "Core/Changes", "Core/Exchanges", "Core/Executions", "Core/Files", "Core/Messages",
                "Core/Operations", "Core/Replays", "Core/Rules", "Core/State", "Core/Stubs", "Core/Time", "Deployed", "Options",
                "TestSurface", "Worlds"),
            new(
                "Hosts",
                "Control", "Core", "Core/Messages", "Core/Requests", "Core/Responses", "Deployed", "Engine", "Hosts/Responses", "Options"),
            new("Hosts/Responses", "Core/Responses"),
            new("Options", "Core/Exchanges", "Deployed", "Worlds"),
            new(
                "TestSurface",
                "Core/Exchanges", "Core/Files", "Core/Json", "Core/Messages", "Core/Outcomes", "Core/Requests", "Core/Responses",
                "Core/State", "Core/Stubs"),
            new(
                "Worlds",
                "Core/Catalog", "Core/Files", "Core/Formats", "Core/Json", "Core/Messages", "Core/Operations", "Core/Responses",
                "Core/State", "Core/Stubs", "TestSurface"),
        ],
        ["Recoup.Contracts"] =
        [
            new("Checks", "Findings", "Findings/Reports", "Schemas/Edits"),
            new(".", "Documents", "Documents/Inputs", "Findings", "Schemas/Edits", "Schemas/Forms"),
            new(
                "Documents",
                "Documents/Catalogs", "Documents/Inputs", "Documents/Merging", "Documents/Pairs", "Documents/Specs", "Findings",
                "Findings/Acceptances"),
            new(
                "Documents/Catalogs",
                "Documents/Inputs", "Documents/Pairs", "Documents/Source", "Findings", "Findings/Rules", "Json", "Schemas/Edits",
                "Schemas/Forms"),
            new("Documents/Inputs", "Findings", "Findings/Acceptances"),
            new("Documents/Merging", "Documents/Pairs", "Findings", "Findings/Rules", "Schemas/Edits"),
            new("Documents/Pairs", "Documents/Inputs", "Findings", "Findings/Rules", "Json", "Schemas/Edits", "Schemas/Forms"),
            new("Documents/Wire"),
            new(
                "Documents/Source",
                "Documents/Inputs", "Documents/Pairs", "Documents/Wire", "Findings", "Findings/Rules", "Schemas/Edits"),
            new(
                "Documents/Specs",
                "Documents/Inputs", "Documents/Pairs", "Documents/Source", "Documents/Wire", "Findings", "Findings/Rules", "Json",
                "Schemas/Edits", "Schemas/Forms"),
            new("Files", "Findings"),
            new(
                "Learning",
                "Files", "Findings/Reports", "Learning/Inputs", "Learning/Merging", "Learning/Reports", "Learning/Shapes"),
            new("Learning/Inputs", "Findings", "Learning/Shapes"),
            new(
                "Learning/Merging",
                "Findings", "Json", "Learning/Inputs", "Learning/Printing", "Learning/Shapes", "Schemas/Forms", "Schemas/Proofs"),
            new("Learning/Printing", "Learning/Shapes"),
            new(
                "Learning/Reports",
                "Documents/Inputs", "Documents/Pairs", "Documents/Source", "Findings", "Findings/Reports", "Json", "Learning/Inputs",
                "Learning/Printing", "Learning/Shapes"),
            new("Learning/Shapes", "Json"),
            new(
                "Listing",
                "Documents/Inputs", "Documents/Source", "Findings", "Findings/Reports", "Json"),
            new("Findings", "Json", "Schemas/Edits", "Schemas/Witnesses"),
            new("Findings/Acceptances", "Findings", "Findings/Rules", "Json", "Schemas/Edits"),
            new("Findings/Reports", "Findings", "Json", "Schemas/Edits", "Schemas/Forms", "Schemas/Witnesses"),
            new("Findings/Rules", "Findings", "Schemas/Edits"),
            new(
                "Live",
                "Documents/Catalogs", "Documents/Inputs", "Documents/Pairs", "Files", "Findings", "Findings/Acceptances", "Live/Allowances",
                "Live/Api", "Live/Outcomes", "Live/Probes", "Live/Runs", "Live/Snapshots"),
            new("Live/Allowances", "Findings", "Findings/Reports", "Live/Api", "Live/Deployed", "Schemas/Forms", "Schemas/Witnesses"),
            new("Live/Api", "Documents/Inputs", "Documents/Pairs", "Findings", "Json", "Schemas/Forms"),
            new(
                "Live/Deployed",
                "Documents/Inputs", "Findings", "Findings/Rules", "Live/Api", "Live/Observations", "Schemas/Edits"),
            new(
                "Live/Outcomes",
                "Documents", "Documents/Catalogs", "Documents/Inputs", "Documents/Merging", "Documents/Pairs", "Findings",
                "Findings/Rules", "Live/Api", "Live/Deployed", "Live/Observations", "Live/Runs", "Schemas/Edits"),
            new(
                "Live/Probes",
                "Documents/Inputs", "Findings", "Findings/Rules", "Live/Allowances", "Live/Api", "Live/Deployed", "Live/Observations",
                "Live/Runs"),
            new(
                "Live/Runs",
                "Documents/Inputs", "Documents/Pairs", "Findings", "Findings/Rules", "Json", "Live/Allowances", "Live/Api",
                "Live/Deployed", "Live/Observations", "Schemas/Edits"),
            new("Live/Snapshots", "Json"),
            new(
                "Rehearsals",
                "Documents", "Documents/Inputs", "Documents/Pairs", "Findings", "Findings/Reports", "Schemas/Edits", "Schemas/Witnesses"),
            new("Schemas/Edits", "Json", "Schemas/Forms", "Schemas/Proofs", "Schemas/Witnesses"),
            new("Schemas/Forms", "Json"),
            new("Schemas/Proofs", "Json", "Schemas/Forms"),
            new("Schemas/Witnesses", "Json", "Schemas/Forms", "Schemas/Proofs"),
        ],
        ["Recoup.AI"] =
        [
            new(".", "Toolbox", "Tools"),
            new("Dialects", "Json"),
            new("Tools", "Dialects", "Json"),
            new("Toolbox", "Dialects", "Json", "Toolbox/Ranking", "Toolbox/Signatures", "Tools"),
            new("Toolbox/Ranking", "Toolbox/Signatures"),
        ],
        ["Recoup.AI.Mcp"] =
        [
            new(".", "Tools"),
            new("Serving", "Tools"),
        ],
        ["Recoup.Cli"] =
        [
            new(".", "Commands", "ExitCodes", "Terminal"),
            new("Commands", "Dialects", "Emulation", "ExitCodes", "Mcp", "Terminal"),
            new("Emulation", "Terminal"),
            new("Mcp", "ExitCodes", "Terminal"),
        ],
    };
}
