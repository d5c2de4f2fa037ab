using System.Runtime.InteropServices;

namespace Recoup.Catalogs.Json;

/// <summary>A range of a text.</summary>
/// <param name="Start">The first position.</param>
/// <param name="End">The position after the last character.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextRange(TextPosition Start, TextPosition End)
{
    /// <summary>The empty range before the first character of a text.</summary>
    internal static TextRange Beginning { get; } = new(new TextPosition(1, 1, 0), new TextPosition(1, 1, 0));

    /// <summary>Returns the start as <c>(line,column)</c>.</summary>
    public override string ToString() => Start.ToString();
}
