using System.Runtime.InteropServices;

namespace Recoup.Catalogs.Json;

/// <summary>A position in a text, counted as editors and compilers do.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 code units, from 1.</param>
/// <param name="CharOffset">The number of UTF-16 code units before the position.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextPosition(int Line, int Column, int CharOffset)
{
    /// <summary>Returns the position as <c>(line,column)</c>, as compilers print it.</summary>
    public override string ToString() => FormattableString.Invariant($"({Line},{Column})");
}
