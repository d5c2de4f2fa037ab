using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types;

/// <summary>The place of a schema: its pointer, and the properties that lead to it, which name its type.</summary>
/// <param name="Pointer">The JSON pointer below the action.</param>
/// <param name="Path">The wire names of the properties, from the parameter on.</param>
/// <param name="IsBranch">Whether it is one of several branches: the union itself has the plain name.</param>
internal readonly record struct Place(string Pointer, string[] Path, bool IsBranch = false)
{
    /// <summary>The schema of an action's parameters.</summary>
    public static Place Root { get; } = new("/parameters", []);

    public Place Keyword(string keyword) => this with { Pointer = JsonPointer.Append(Pointer, keyword) };

    public Place Index(string keyword, int index) =>
        this with { Pointer = JsonPointer.Append(JsonPointer.Append(Pointer, keyword), index) };

    public Place Branch(string keyword, int index) => Index(keyword, index) with { IsBranch = true };

    public Place Property(string name) => new(JsonPointer.Append(Pointer + "/properties", name), [.. Path, name]);
}
