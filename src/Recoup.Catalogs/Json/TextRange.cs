namespace Recoup.Catalogs.Json;

/// <summary>A part of a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">The place behind its last character.</param>
public readonly record struct TextRange(TextPosition Start, TextPosition End)
{
    /// <summary>Where it begins, as <c>(line,column)</c>.</summary>
    public override string ToString() => Start.ToString();
}
