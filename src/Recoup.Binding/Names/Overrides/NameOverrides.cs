using Recoup.Catalogs;
using Recoup.Catalogs.Effects;

namespace Recoup.Binding.Names.Overrides;

/// <summary>
/// A <c>recoup.names.json</c>: names that replace derived names, strings that take a file, and effects of actions. Value-equal.
/// </summary>
/// <param name="Path">The file, for problems.</param>
/// <param name="Connectors">The classes of connectors, by connector slug.</param>
/// <param name="Actions">The overrides of actions, by slug.</param>
/// <param name="Types">The names of types.</param>
/// <param name="Effects">The effects of actions. They are apart from the overrides, because no generated method depends on them.</param>
internal sealed record NameOverrides(
    string Path,
    EquatableArray<NameOverride> Connectors,
    EquatableArray<ActionOverrides> Actions,
    EquatableArray<TypeOverride> Types,
    EquatableArray<StatedEffect> Effects);

/// <summary>A name that replaces a derived name.</summary>
/// <param name="WireName">What is named: the slug of a connector, or the wire name of a parameter.</param>
/// <param name="Name">Its C# name.</param>
internal sealed record NameOverride(string WireName, string Name);

/// <summary>The overrides of one action.</summary>
/// <param name="Path">The file, for problems.</param>
/// <param name="Slug">The action.</param>
/// <param name="Method">Its method, or null for the derived name.</param>
/// <param name="Parameters">Names of its parameters.</param>
/// <param name="Files">The strings that take a file, each as the wire names that lead to it, separated by dots.</param>
/// <param name="Types">The names of its nested types.</param>
internal sealed record ActionOverrides(
    string Path,
    string Slug,
    string? Method,
    EquatableArray<NameOverride> Parameters,
    EquatableArray<string> Files,
    EquatableArray<TypeOverride> Types = default)
{
    /// <summary>Whether nothing is overridden.</summary>
    public bool IsEmpty => Method is null && Parameters.Count == 0 && Files.Count == 0 && Types.Count == 0;
}

/// <summary>The name of a nested type. Several places may have the same name if their shapes are equal.</summary>
/// <param name="Name">The name of the type.</param>
/// <param name="Slug">The action.</param>
/// <param name="TypePath"><c>parameters</c> or <c>result</c>, and the tokens of a JSON pointer that lead to the type; <c>~Name</c> is the
/// branch of a union.</param>
/// <param name="Path">The names file.</param>
/// <param name="Pointer">The JSON pointer of the entry in the names file.</param>
internal sealed record TypeOverride(string Name, string Slug, string TypePath, string Path, string Pointer);
