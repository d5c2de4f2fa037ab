namespace Recoup.Catalogs.Spec.Outlines;

/// <summary>What a value of an OpenAPI document may be.</summary>
/// <param name="Expected">The value in words, for a message.</param>
internal abstract record SpecShape(string Expected);

/// <summary>A string.</summary>
internal sealed record TextShape() : SpecShape("a string");

/// <summary>A boolean.</summary>
internal sealed record FlagShape() : SpecShape("true or false");

/// <summary>A value that an outline replaces with an empty one of the same kind.</summary>
/// <param name="Expected">The value in words, for a message.</param>
/// <param name="IsArray">Whether it is an array; it is an object otherwise.</param>
/// <param name="TakesBoolean">Whether it may be a boolean as well.</param>
internal sealed record EmptiedShape(string Expected, bool IsArray = false, bool TakesBoolean = false) : SpecShape(Expected);

/// <summary>A value that operations do not need.</summary>
internal sealed record IgnoredShape() : SpecShape("any value");

/// <summary>An array.</summary>
/// <param name="Entry">The shape of its items.</param>
/// <param name="Placeholder">A JSON object that replaces an item without one, so that the others keep their index; null to omit it.</param>
internal sealed record ListShape(SpecShape Entry, Func<int, string>? Placeholder = null) : SpecShape("an array");

/// <summary>An object with names that the author chooses.</summary>
/// <param name="Value">The shape of its members.</param>
/// <param name="WhyWrong">Returns why a name is not allowed, or null.</param>
/// <param name="IsExtensible">Whether names that begin with <c>x-</c> are extensions.</param>
/// <param name="Placeholder">A JSON object that replaces a member without its shape, so that its name is known; null to omit it.</param>
internal sealed record MapShape(
    SpecShape Value, Func<string, string?>? WhyWrong = null, bool IsExtensible = false, string? Placeholder = null)
    : SpecShape("an object");

/// <summary>An object with the names of the specification.</summary>
/// <param name="Expected">The object in words, for a message.</param>
/// <param name="Members">The shapes of its members.</param>
/// <param name="Section">The section of the components for references to such objects; null if a reference cannot replace one.</param>
/// <param name="WhyUnusable">Returns why the object cannot be used without a member that it lacks, or null.</param>
internal sealed record ObjectShape(
    string Expected,
    IReadOnlyDictionary<string, SpecShape> Members,
    string? Section = null,
    Func<Json.PositionedElement, string?>? WhyUnusable = null)
    : SpecShape(Expected);
