using Recoup.Catalogs;

namespace Recoup.Binding.Names.Overrides;

/// <summary>What a <c>recoup.names.json</c> says: names that are wanted in place of the derived ones, and positions that take a file. Value-equal.</summary>
/// <param name="Path">The file, for problems.</param>
/// <param name="Connectors">The classes of connectors, by connector slug.</param>
/// <param name="Actions">What is said about actions, by slug.</param>
internal sealed record NameOverrides(string Path, EquatableArray<NameOverride> Connectors, EquatableArray<ActionOverrides> Actions)
{
    /// <summary>The name of the file, beside the catalog.</summary>
    public const string FileName = "recoup.names.json";
}

/// <summary>One name in place of a derived one.</summary>
/// <param name="WireName">What is named: the slug of a connector, or the wire name of a parameter.</param>
/// <param name="Name">Its C# name.</param>
internal sealed record NameOverride(string WireName, string Name);

/// <summary>What is said about one action.</summary>
/// <param name="Path">The file that says it, for problems.</param>
/// <param name="Slug">The action.</param>
/// <param name="Method">Its method, or null for the derived name.</param>
/// <param name="Parameters">Names of its parameters.</param>
/// <param name="Files">The strings that take a file, by the wire names that lead to them, with a dot in between.</param>
internal sealed record ActionOverrides(
    string Path, string Slug, string? Method, EquatableArray<NameOverride> Parameters, EquatableArray<string> Files);
