namespace Recoup.Contracts.Learning.Shapes;

/// <summary>
/// The limits that keep a shape small, whatever the recordings contain. Each is a limit of a set that only grows, so a shape that has
/// reached one never falls below it again.
/// </summary>
internal static class ShapeLimits
{
    /// <summary>The depth of the objects and arrays that are described. What is deeper may be anything.</summary>
    public const int Depth = 24;

    /// <summary>The members of an object. An object with more is a map.</summary>
    public const int Members = 256;

    /// <summary>The members of an object that are missing in some objects. An object with more is a map.</summary>
    public const int OptionalMembers = 64;

    /// <summary>The bytes of a member's name. Longer names are data.</summary>
    public const int NameBytes = 64;

    /// <summary>The values of a string that are kept. A string with more is not an enum.</summary>
    public const int Values = 12;

    /// <summary>The bytes of a value that is kept. A string with a longer value is not an enum.</summary>
    public const int ValueBytes = 40;

    /// <summary>The members of all objects in the results of one action. A payload with more may be anything.</summary>
    public const int MembersOfAction = 200_000;
}
