namespace Recoup.Schemas.Formats;

/// <summary>The formats known here.</summary>
internal static class FormatTable
{
    private static readonly Dictionary<string, FormatRow> Rows = new FormatRow[]
    {
        new("uuid", "a UUID", SchemaDraft.Draft201909, text => Guid.TryParseExact(text, "D", out _)),
    }.ToDictionary(row => row.Name, StringComparer.Ordinal);

    public static FormatRow? Find(string name, SchemaDraft draft) =>
        Rows.TryGetValue(name, out var row) && row.First <= draft ? row : null;
}
