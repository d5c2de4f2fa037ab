namespace Recoup.AI.Dialects;

/// <summary>The keywords that say something about a value and accept any.</summary>
internal static class Annotations
{
    private static readonly HashSet<string> Names =
        new(StringComparer.Ordinal) { "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly" };

    public static bool Contains(string keyword) => Names.Contains(keyword);
}
