using System.Text.Json;

namespace Recoup.Catalogs.Json;

/// <summary>Describes a value for a message that expected something else.</summary>
internal static class ValueDescription
{
    private const int ExcerptLength = 60;

    /// <summary>The kind of the value and the start of its text: <c>the number 3</c>.</summary>
    /// <param name="element">The value.</param>
    public static string Of(PositionedElement element) => element.ValueKind switch
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

    /// <summary>An object by one of its members: <c>an object without 'slug'</c>, <c>an object whose 'slug' is null</c>.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The name of the member.</param>
    public static string OfMember(PositionedElement element, string name) =>
        element[name] is { ValueKind: not JsonValueKind.Undefined } value
            ? $"an object whose '{name}' is {Of(value)}"
            : $"an object without '{name}'";

    /// <summary>The first 60 characters of a value's text.</summary>
    /// <param name="element">The value.</param>
    public static string Excerpt(PositionedElement element)
    {
        var text = element.RawText;
        return text.Length <= ExcerptLength ? text : text[..ExcerptLength] + "…";
    }
}
