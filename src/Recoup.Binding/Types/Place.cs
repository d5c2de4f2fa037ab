using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types;

/// <summary>The place of a schema: its pointer, and the properties that lead to it.</summary>
/// <param name="Pointer">The JSON pointer below the action.</param>
/// <param name="Path">The wire names of the properties, from the parameter on.</param>
internal readonly record struct Place(string Pointer, string[] Path)
{
    public const string AdditionalKeyword = "additionalProperties";

    /// <summary>The word for the additional properties of an object that also has others.</summary>
    public const string AdditionalName = "value";

    /// <summary>The schema of an action's parameters.</summary>
    public static Place Root { get; } = new("/parameters", []);

    /// <summary>The wire names that lead to it, for a message.</summary>
    public string Name => Path.Length == 0 ? "parameters" : string.Join(".", Path);

    public Place Keyword(string keyword) => this with { Pointer = JsonPointer.Append(Pointer, keyword) };

    public Place Index(string keyword, int index) =>
        this with { Pointer = JsonPointer.Append(JsonPointer.Append(Pointer, keyword), index) };

    /// <summary>The additional properties of an object that also has others: a type of theirs has a name of its own.</summary>
    public Place Additional() => new(JsonPointer.Append(Pointer, AdditionalKeyword), [.. Path, AdditionalName]);

    public Place Property(string name) => new(JsonPointer.Append(Pointer + "/properties", name), [.. Path, name]);
}
