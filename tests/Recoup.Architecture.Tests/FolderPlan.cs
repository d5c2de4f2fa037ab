namespace Recoup.Architecture.Tests;

/// <summary>A folder of a project and the folders of the same project that its files use.</summary>
internal sealed record FolderRow(string Folder, params string[] Uses);

/// <summary>
/// The arrows between the folders of each project. "." is the project's own folder, which holds the entry points: everything may be used by it, and
/// nothing uses it.
/// </summary>
internal static class FolderPlan
{
    public static IReadOnlyDictionary<string, FolderRow[]> Projects { get; } = new Dictionary<string, FolderRow[]>();
}
