namespace Recoup.AI.Dialects;

/// <summary>The limits of a provider for a whole schema.</summary>
/// <param name="Properties">The number of properties of all objects.</param>
/// <param name="Depth">The levels of nested objects.</param>
/// <param name="EnumValues">The number of values of all <c>enum</c>s.</param>
/// <param name="Characters">
/// The length of all names of properties and definitions, and of all values of <c>enum</c> and <c>const</c>.
/// </param>
internal sealed record SizeLimit(int Properties, int Depth, int EnumValues, int Characters)
{
    /// <summary>The number of values from which on <see cref="EnumCharacters"/> applies to an <c>enum</c> of strings.</summary>
    public int LongEnum { get; init; } = int.MaxValue;

    /// <summary>The length of all values of one long <c>enum</c>.</summary>
    public int EnumCharacters { get; init; } = int.MaxValue;
}
