using System.Buffers;

namespace Recoup.Contracts.Findings.Reports;

/// <summary>Writes lines. Text with a line break stays in its line, so catalog text cannot imitate a heading.</summary>
internal sealed class TextLines(TextWriter output)
{
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\v\f\u0085\u2028\u2029");

    public void Line(string line) => output.Write(OneLine(line) + "\n");

    public void Blank() => output.Write('\n');

    /// <summary>The text with a space in place of each line break, also of those that only Unicode knows.</summary>
    public static string OneLine(string text) => text.AsSpan().IndexOfAny(LineBreaks) < 0
        ? text
        : string.Concat(text.Select(character => LineBreaks.Contains(character) ? ' ' : character));
}
