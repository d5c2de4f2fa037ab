namespace Recoup.Binding.Types;

/// <summary>Where a schema stands: for people (pointer) and for names (the properties that lead to it).</summary>
/// <param name="Pointer">The JSON pointer below the action.</param>
/// <param name="Path">The wire names of the properties, from the parameter on.</param>
/// <param name="IsBranch">Whether it is one of several branches: the union itself has the plain name there.</param>
internal readonly record struct Place(string Pointer, string[] Path, bool IsBranch = false)
{
    /// <summary>The schema of an action's parameters.</summary>
    public static Place Root { get; } = new("/parameters", []);

    public Place Keyword(string keyword) => this with { Pointer = Pointer + "/" + Escape(keyword) };

    public Place Index(string keyword, int index) =>
        this with { Pointer = FormattableString.Invariant($"{Pointer}/{Escape(keyword)}/{index}") };

    public Place Branch(string keyword, int index) => Index(keyword, index) with { IsBranch = true };

    public Place Property(string name) => new(Pointer + "/properties/" + Escape(name), [.. Path, name]);

    /// <summary>A JSON pointer out of its steps.</summary>
    public static string PointerTo(params string[] steps) => string.Concat(steps.Select(step => "/" + Escape(step)));

    /// <summary>A name as a step of a JSON pointer (RFC 6901).</summary>
    public static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");
}
