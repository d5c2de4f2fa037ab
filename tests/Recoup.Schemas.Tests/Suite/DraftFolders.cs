namespace Recoup.Schemas.Tests.Suite;

/// <summary>The names of the drafts in the official suite.</summary>
internal static class DraftFolders
{
    private static readonly (string Name, SchemaDraft Draft)[] All =
    [
        ("draft4", SchemaDraft.Draft4),
        ("draft6", SchemaDraft.Draft6),
        ("draft7", SchemaDraft.Draft7),
        ("draft2019-09", SchemaDraft.Draft201909),
        ("draft2020-12", SchemaDraft.Draft202012),
    ];

    public static IReadOnlyList<(string Name, SchemaDraft Draft)> Drafts => All;

    /// <summary>The drafts of a folder: one (<c>draft4</c>) or a range (<c>draft4..draft7</c>).</summary>
    public static IEnumerable<SchemaDraft> Of(string folder)
    {
        var ends = folder.Split("..").Select(name => All.Single(draft => draft.Name == name).Draft).ToList();
        return All.Select(draft => draft.Draft).Where(draft => draft >= ends[0] && draft <= ends[^1]);
    }
}
