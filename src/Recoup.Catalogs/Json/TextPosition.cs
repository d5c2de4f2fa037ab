using System.Runtime.InteropServices;

namespace Recoup.Catalogs.Json;

/// <summary>A place in a text, as editors and compilers count.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 code units, from 1.</param>
/// <param name="CharOffset">The UTF-16 code units before the place, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextPosition(int Line, int Column, int CharOffset)
{
    /// <summary>The place as <c>(line,column)</c>, the form compilers print.</summary>
    public override string ToString() => FormattableString.Invariant($"({Line},{Column})");
}
