using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recoup.Contracts.Learning.Printing;

/// <summary>
/// Writes JSON so that a change of a schema is a change of few lines: a member a line, and lists of types in one line. A part can be
/// written into a text that has another indentation and other line ends.
/// </summary>
/// <param name="Indent">The white space of one level.</param>
/// <param name="NewLine">The line end.</param>
internal sealed record SchemaText(string Indent = "  ", string NewLine = "\n")
{
    /// <summary>The text of a value, without a final line end.</summary>
    /// <param name="value">The value.</param>
    /// <param name="margin">The white space before the line in which the value begins.</param>
    public string Of(JsonElement value, string margin = "")
    {
        var text = new StringBuilder();
        Write(text, value, margin, isInline: false);
        return text.ToString();
    }

    /// <summary>The text of a value in one line.</summary>
    public static string OneLine(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object =>
            "{" + string.Join(", ", value.EnumerateObject().Select(member => $"{Quote(member.Name)}: {OneLine(member.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(", ", value.EnumerateArray().Select(OneLine)) + "]",
        JsonValueKind.String => Quote(value.GetString()!),
        _ => value.GetRawText(),
    };

    /// <summary>The text of a string.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private void Write(StringBuilder text, JsonElement value, string margin, bool isInline)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = value.EnumerateObject().Select(member => (
                    Name: Quote(member.Name) + ": ", member.Value, IsInline: member.NameEquals("type")));
                WriteLines(text, '{', '}', [.. members], margin);
                break;
            case JsonValueKind.Array when isInline:
                text.Append(OneLine(value));
                break;
            case JsonValueKind.Array:
                WriteLines(text, '[', ']', [.. value.EnumerateArray().Select(item => ("", item, false))], margin);
                break;
            case JsonValueKind.String:
                text.Append(Quote(value.GetString()!));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private void WriteLines(
        StringBuilder text, char open, char close, IReadOnlyList<(string Name, JsonElement Value, bool IsInline)> parts, string margin)
    {
        text.Append(open);
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(NewLine).Append(margin).Append(Indent).Append(parts[i].Name);
            Write(text, parts[i].Value, margin + Indent, parts[i].IsInline);
        }

        if (parts.Count > 0)
            text.Append(NewLine).Append(margin);
        text.Append(close);
    }
}
