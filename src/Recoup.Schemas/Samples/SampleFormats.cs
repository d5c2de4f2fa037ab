using System.Text.Json;
using Recoup.Schemas.Formats;
using Recoup.Schemas.Json;
using Recoup.Schemas.Sources;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Samples;

/// <summary>
/// The formats that schemas name. A sample has the syntax of each, also where <c>format</c> is not asserted, because readers of the sample
/// may expect it.
/// </summary>
internal sealed class SampleFormats
{
    public SampleFormats(IEnumerable<SchemaNode> nodes)
    {
        var texts = new List<SampleFormat>();
        foreach (var node in nodes.Where(node => node.Source.Element.ValueKind == JsonValueKind.Object))
        {
            if (Text(node, "format"u8) is { } format)
            {
                if (FormatTable.Find(format, SchemaDraft.Draft202012) is { } row)
                    texts.Add(new(FormatTexts.Of(row), node.Source, "format"));
                else if (format == "byte")
                    texts.Add(new(FormatTexts.Base64, node.Source, "format"));
                if (NumberRange.Of(format) is { } range)
                    (Range, RangeSource) = (range, node.Source);
            }

            // OpenAPI has the format; draft 7 and later have the keyword (draft 2020-12 validation, section 8.3).
            if (Text(node, "contentEncoding"u8) == "base64")
                texts.Add(new(FormatTexts.Base64, node.Source, "contentEncoding"));
        }

        Texts = texts;
    }

    /// <summary>The formats of strings.</summary>
    public IReadOnlyList<SampleFormat> Texts { get; }

    /// <summary>The numbers of a format such as <c>int32</c>; null if no format limits them.</summary>
    public NumberRange? Range { get; }

    /// <summary>The schema that names the format of <see cref="Range"/>.</summary>
    public SchemaSource? RangeSource { get; }

    /// <summary>Whether a string has the syntax of all formats.</summary>
    public bool Allow(string text) => Texts.All(format => format.Texts.IsMatch(text));

    private static string? Text(SchemaNode node, ReadOnlySpan<byte> keyword) =>
        JsonProperties.TryGet(node.Source.Element, keyword, out var text) && text.ValueKind == JsonValueKind.String
            ? JsonNames.Of(text)
            : null;
}

/// <summary>A format of strings, and the schema and keyword that name it.</summary>
internal readonly record struct SampleFormat(FormatTexts Texts, SchemaSource Source, string Keyword);
