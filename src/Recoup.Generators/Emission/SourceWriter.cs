using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Recoup.Generators.Emission;

/// <summary>Writes indented lines of C#. Lines end with LF on every machine.</summary>
internal sealed class SourceWriter(DocumentationLevel documentation = DocumentationLevel.Full)
{
    private static readonly Encoding WithoutMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private readonly StringBuilder _text = new(16 * 1024);
    private int _indentation;

    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', _indentation * 4).Append(line);
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes a line of XML documentation, unless the project leaves out documentation of this kind.</summary>
    public SourceWriter Xml(string line) => Has(line.StartsWith("<summary>", StringComparison.Ordinal) || line == "<inheritdoc/>")
        ? Line("/// " + line)
        : this;

    /// <summary>Whether documentation is written.</summary>
    /// <param name="isSummary">Whether it is a summary.</param>
    public bool Has(bool isSummary) =>
        documentation == DocumentationLevel.Full || (isSummary && documentation == DocumentationLevel.Summary);

    /// <summary>Writes a line and an opening brace.</summary>
    public SourceWriter Open(string line) => Line(line).OpenBrace();

    public SourceWriter OpenBrace()
    {
        Line("{");
        _indentation++;
        return this;
    }

    public SourceWriter Close(string suffix = "")
    {
        _indentation--;
        return Line("}" + suffix);
    }

    public SourceWriter Indent()
    {
        _indentation++;
        return this;
    }

    public SourceWriter Outdent()
    {
        _indentation--;
        return this;
    }

    public SourceText ToSourceText() => SourceText.From(_text.ToString(), WithoutMark);
}
