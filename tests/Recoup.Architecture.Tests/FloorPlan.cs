namespace Recoup.Architecture.Tests;

/// <summary>What each project of src may stand on. ARCHITECTURE.md tells why.</summary>
internal static class FloorPlan
{
    /// <summary>Project -> the projects it may reference; analyzers are marked with a star.</summary>
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
        ["Recoup.Cli"] = ["Recoup.Contracts", "Recoup.Binding", "Recoup.Emulator"],
    };

    /// <summary>Project -> the packages it may reference beside the build's own.</summary>
    public static IReadOnlyDictionary<string, string[]> Packages { get; } = new Dictionary<string, string[]>
    {
        ["Recoup.Schemas"] = ["System.Text.Json"],
        ["Recoup.Catalogs"] = ["Microsoft.OpenApi", "System.Text.Json"],
        ["Recoup.Binding"] = [],
        ["Recoup.Generators"] = ["Microsoft.CodeAnalysis.CSharp"],
        ["Recoup.CodeFixes"] = ["Microsoft.CodeAnalysis.CSharp.Workspaces", "System.Composition"],
        ["Recoup.Typed"] = ["Microsoft.Extensions.Http"],
        ["Recoup.Emulator"] = ["Microsoft.AspNetCore.TestHost"],
        ["Recoup.Contracts"] = [],
        ["Recoup.Cli"] = ["Spectre.Console", "System.CommandLine"],
    };
}
