namespace Recoup.Contracts.Tests.Matrix;

/// <summary>The pairs that are neither proved nor refuted, by their line, and why.</summary>
internal static class Unproven
{
    public static IReadOnlyDictionary<int, string> Reasons { get; } = new Dictionary<int, string>
    {
        [378] =
            "read backwards, a schema evaluates a property more: what is not evaluated is compared only where all is the same beside it",
        [1061] = "what one branch of oneOf excludes depends on the other branches, so one of two edits is decided only together with"
            + " the other",
        [1083] = "a double negation is compared as it is written, and the edits that replace it are judged one by one",
    };
}
