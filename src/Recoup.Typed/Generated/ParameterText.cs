using System.ComponentModel;
using System.Globalization;

namespace Recoup.Typed.Generated;

/// <summary>Converts values to the text that is sent, independent of the culture. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterText
{
    /// <summary>Returns the text unchanged.</summary>
    public static string Of(string value) => value;

    /// <summary>Converts an integer.</summary>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Converts a number to its shortest form that reads back as the same number.</summary>
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Returns <c>true</c> or <c>false</c>.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>Converts a UUID to 36 characters in lower case: the server compares the account's id as text.</summary>
    public static string Of(Guid value) => value.ToString("D");

    /// <summary>Converts a date and time as in RFC 3339; UTC is <c>Z</c>.</summary>
    public static string Of(DateTimeOffset value) => value.Offset == TimeSpan.Zero
        ? value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
        : value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>Converts a date to <c>yyyy-MM-dd</c>.</summary>
    public static string Of(DateOnly value) => value.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Converts a string, a number or a boolean; empty if the value is null.</summary>
    public static string Of<T>(T value)
        where T : struct, IScalarUnion<T> => value.Value.ToString();

    /// <summary>Converts bytes to Base64.</summary>
    public static string Of(ReadOnlyMemory<byte> value) => Convert.ToBase64String(value.Span);
}
