namespace Recoup.Architecture.Tests;

/// <summary>The projects and packages that each project of src references. ARCHITECTURE.md gives the reasons.</summary>
internal static class FloorPlan
{
    /// <summary>Project -> the projects it references. A star marks an analyzer, a plus an assembly that is only shipped.</summary>
    public static IReadOnlyDictionary<string, string[]> Projects { get; } = new Dictionary<string, string[]>
    {
        ["Recoup.Schemas"] = [],
        ["Recoup.Catalogs"] = [],
        ["Recoup.Binding"] = ["Recoup.Catalogs", "Recoup.Schemas"],
        ["Recoup.Generators"] = ["Recoup.Binding", "Recoup.Catalogs"],
        ["Recoup.CodeFixes"] = ["Recoup.Generators"],
        ["Recoup.Typed"] = ["Recoup.Generators*", "Recoup.CodeFixes*"],
        ["Recoup.Emulator"] = ["Recoup.Catalogs", "Recoup.Schemas", "Recoup.Typed"],
        ["Recoup.Contracts"] = ["Recoup.Binding", "Recoup.Catalogs", "Recoup.Schemas"],
        ["Recoup.AI"] = ["Recoup.Catalogs", "Recoup.Schemas", "Recoup.Typed"],
        ["Recoup.AI.Mcp"] = ["Recoup.AI", "Recoup.Catalogs", "Recoup.Typed"],
        ["Recoup.Cli"] = ["Recoup.AI", "Recoup.AI.Mcp", "Recoup.Binding+", "Recoup.Catalogs", "Recoup.Contracts", "Recoup.Emulator"],
        ["Recoup.AI.Testing"] = ["Recoup.AI", "Recoup.Emulator", "Recoup.Schemas", "Recoup.Typed"],
    };

    /// <summary>Project -> the packages it may reference, apart from those of the build.</summary>
    public static IReadOnlyDictionary<string, string[]> Packages { get; } = new Dictionary<string, string[]>
    {
        ["Recoup.Schemas"] = ["System.Text.Json"],
        ["Recoup.Catalogs"] = ["Microsoft.OpenApi", "System.Text.Json"],
        ["Recoup.Binding"] = [],
        ["Recoup.Generators"] = ["Microsoft.CodeAnalysis.CSharp"],
        ["Recoup.CodeFixes"] = ["Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Composition"],
        ["Recoup.Typed"] = ["Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions", "Microsoft.Extensions.Http"],
        ["Recoup.Emulator"] = ["Microsoft.AspNetCore.TestHost"],
        ["Recoup.Contracts"] = [],
        ["Recoup.AI"] = ["Microsoft.Extensions.AI.Abstractions"],
        ["Recoup.AI.Mcp"] = ["ModelContextProtocol"],
        ["Recoup.AI.Testing"] = ["Microsoft.Extensions.AI"],
        ["Recoup.Cli"] = ["Spectre.Console", "System.CommandLine"],
    };
}
