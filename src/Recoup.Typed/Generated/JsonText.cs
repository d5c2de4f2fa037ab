using System.Text.Json;

namespace Recoup.Typed.Generated;

/// <summary>What the converters share.</summary>
internal static class JsonText
{
    /// <summary>Reads a string or a property name.</summary>
    public static string Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            // Half of a surrogate pair: JSON's grammar allows it.
            throw new JsonException("expected a string, got one that is not valid text", e);
        }
    }

    public static string Describe(JsonTokenType type) => type switch
    {
        JsonTokenType.Null => "null",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Number => "a number",
        JsonTokenType.String or JsonTokenType.PropertyName => "a string",
        JsonTokenType.StartArray => "an array",
        _ => "an object",
    };
}
