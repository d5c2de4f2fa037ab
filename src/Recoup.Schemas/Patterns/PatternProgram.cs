namespace Recoup.Schemas.Patterns;

/// <summary>An expression as instructions for <see cref="PatternMatcher"/>.</summary>
/// <param name="Code">The instructions.</param>
/// <param name="Registers">How many registers they use.</param>
/// <param name="IsAnchored">Whether a match can only begin at the start of the text.</param>
internal sealed record PatternProgram(PatternInstruction[] Code, int Registers, bool IsAnchored);
