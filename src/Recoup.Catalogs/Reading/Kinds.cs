using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Reading;

/// <summary>Words for what was found in place of what was expected.</summary>
internal static class Kinds
{
    private const int ExcerptLength = 60;

    public static string Describe(PositionedElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String when element.Length == 2 => "an empty string",
        JsonValueKind.String => "the string " + Excerpt(element),
        JsonValueKind.Number => "the number " + Excerpt(element),
        JsonValueKind.Null => "null",
        _ => "the boolean " + element.RawText,
    };

    public static string Excerpt(PositionedElement element)
    {
        var text = element.RawText;
        return text.Length <= ExcerptLength ? text : text[..ExcerptLength] + "…";
    }
}
