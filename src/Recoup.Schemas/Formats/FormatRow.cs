namespace Recoup.Schemas.Formats;

/// <summary>A format: its name, its meaning in words, the first draft that has it, its check, and an example for samples.</summary>
internal sealed record FormatRow(string Name, string Meaning, SchemaDraft First, Func<string, bool> IsMatch, string Example)
{
    /// <summary>The last draft in which the format has this meaning.</summary>
    public SchemaDraft Last { get; init; } = SchemaDraft.Draft202012;

    public bool IsIn(SchemaDraft draft) => First <= draft && draft <= Last;
}
