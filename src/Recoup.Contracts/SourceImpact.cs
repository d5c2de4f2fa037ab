namespace Recoup.Contracts;

/// <summary>What a change does to programs that call the generated C#.</summary>
/// <param name="Method">The method, for example <c>GitHub.CreateIssue</c>, as the old document names it.</param>
/// <param name="NamedCalls">The compiler's error at a call with all arguments by name, for example <c>CS1739</c>; null where it still compiles.</param>
/// <param name="PositionalCalls">
/// The compiler's error at a call with all arguments by position; null where it still compiles. When <see cref="MeansAnother"/> is set, it
/// compiles and hands a value to another parameter.
/// </param>
/// <param name="MeansAnother">Whether a call by position compiles and means another parameter.</param>
public sealed record SourceImpact(string Method, string? NamedCalls, string? PositionalCalls, bool MeansAnother)
{
    /// <summary>The compiler's error at a call with the required arguments alone, by name; null where it still compiles.</summary>
    public string? ShortestCalls { get; init; }
}
