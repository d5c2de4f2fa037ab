using Recoup.Catalogs.Json;

namespace Recoup.Contracts;

/// <summary>A location in one of the documents.</summary>
/// <param name="Path">The path, as it was given; null if the text does not come from a file.</param>
/// <param name="Pointer">The JSON pointer (RFC 6901) in the whole document; empty for the document itself.</param>
/// <param name="Range">Lines and columns, both from 1, columns in UTF-16 code units.</param>
public sealed record Location(string? Path, string Pointer, TextRange Range)
{
    /// <summary>The line, from 1.</summary>
    public int Line => Range.Start.Line;

    /// <summary>The column, from 1.</summary>
    public int Column => Range.Start.Column;

    /// <summary>The location as compilers print it: <c>file(line,column)</c>.</summary>
    public override string ToString() => Path + Range;
}
