namespace Recoup.Contracts;

/// <summary>The effect of a change on programs that use the generated C#.</summary>
/// <param name="Member">
/// The names that the programs use, as in the earlier document: a class (<c>GitHub</c>), a method (<c>GitHub.CreateIssue</c>), a type
/// (<c>GitHub.CreateIssueState</c>)
/// or a member of one (<c>GitHub.CreateIssueState.Closed</c>). A union's conversion is named with its source type:
/// <c>GitHub.CreateIssueTitle(long)</c>.
/// </param>
/// <param name="NamedCalls">
/// The compiler's error for a call with all arguments by name, for example <c>CS1739</c>; null if the call still compiles.
/// </param>
/// <param name="PositionalCalls">
/// The compiler's error for a call with all arguments by position; null if the call still compiles. If <see cref="MeansAnother"/> is set,
/// the call compiles and passes a value to another parameter.
/// </param>
/// <param name="MeansAnother">Whether a call by position compiles and passes a value to another parameter.</param>
public sealed record SourceImpact(string Member, string? NamedCalls, string? PositionalCalls, bool MeansAnother)
{
    /// <summary>The compiler's error for a call with only the required arguments, by name; null if the call still compiles.</summary>
    public string? ShortestCalls { get; init; }

    /// <summary>
    /// The compiler's error for any other use of the member: a type is named, a value or property is read or set, or the result of a method
    /// is read as its earlier type. Null if the use still compiles.
    /// </summary>
    public string? Uses { get; init; }

    /// <summary>Calls of every form fail to compile.</summary>
    internal static SourceImpact OfCalls(string member, string code) => new(member, code, code, false) { ShortestCalls = code };

    /// <summary>Calls compile, but other uses fail.</summary>
    internal static SourceImpact OfUses(string member, string code) => new(member, null, null, false) { Uses = code };
}
