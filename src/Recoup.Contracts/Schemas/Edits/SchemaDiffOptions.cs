namespace Recoup.Contracts;

/// <summary>Options of the comparison of two schemas.</summary>
public sealed class SchemaDiffOptions
{
    /// <summary>
    /// Whether only objects are values, as for the arguments of a tool. What the schemas say about other values then makes no difference.
    /// Default: false.
    /// </summary>
    public bool ObjectsOnly { get; init; }
}
