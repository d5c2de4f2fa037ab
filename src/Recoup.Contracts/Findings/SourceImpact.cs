namespace Recoup.Contracts;

/// <summary>What a change does to programs that use the generated C#.</summary>
/// <param name="Member">
/// What they use, as the old document names it: a class (<c>GitHub</c>), a method (<c>GitHub.CreateIssue</c>), a type (<c>GitHub.CreateIssueState</c>)
/// or a member of one (<c>GitHub.CreateIssueState.Closed</c>). A union's conversion has the type it starts at: <c>GitHub.CreateIssueTitle(long)</c>.
/// </param>
/// <param name="NamedCalls">The compiler's error at a call with all arguments by name, for example <c>CS1739</c>; null where it still compiles.</param>
/// <param name="PositionalCalls">
/// The compiler's error at a call with all arguments by position; null where it still compiles. When <see cref="MeansAnother"/> is set, it
/// compiles and hands a value to another parameter.
/// </param>
/// <param name="MeansAnother">Whether a call by position compiles and means another parameter.</param>
public sealed record SourceImpact(string Member, string? NamedCalls, string? PositionalCalls, bool MeansAnother)
{
    /// <summary>The compiler's error at a call with the required arguments alone, by name; null where it still compiles.</summary>
    public string? ShortestCalls { get; init; }

    /// <summary>
    /// The compiler's error, other than at a call, where the member is used: a type is named, a value or property is read or set, the result of
    /// a method is read as the type it was. Null where that still compiles.
    /// </summary>
    public string? Uses { get; init; }

    /// <summary>Calls of every form fail.</summary>
    internal static SourceImpact OfCalls(string member, string code) => new(member, code, code, false) { ShortestCalls = code };

    /// <summary>No call fails, but what stands beside it does.</summary>
    internal static SourceImpact OfUses(string member, string code) => new(member, null, null, false) { Uses = code };
}
