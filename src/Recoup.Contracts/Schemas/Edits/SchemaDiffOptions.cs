namespace Recoup.Contracts;

/// <summary>Options of the comparison of two schemas.</summary>
public sealed class SchemaDiffOptions
{
    /// <summary>
    /// Whether to compare only the objects that the schemas accept, for example the arguments of a tool. Other values are ignored.
    /// Default: false.
    /// </summary>
    public bool ObjectsOnly { get; init; }
}
