using System.ComponentModel;
using System.Globalization;

namespace Recoup.Typed.Transport;

/// <summary>Values as texts of the wire, the same under every culture.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterText
{
    /// <summary>A text as it is.</summary>
    public static string Of(string value) => value;

    /// <summary>An integer.</summary>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number, in the shortest form that is read as the same one.</summary>
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>A UUID in 36 characters, lower case: the server compares the caller's own as text.</summary>
    public static string Of(Guid value) => value.ToString("D");

    /// <summary>A date and time as in RFC 3339, UTC as <c>Z</c>.</summary>
    public static string Of(DateTimeOffset value) => value.Offset == TimeSpan.Zero
        ? value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
        : value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>A date, <c>yyyy-MM-dd</c>.</summary>
    public static string Of(DateOnly value) => value.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Bytes in base64.</summary>
    public static string Of(ReadOnlyMemory<byte> value) => Convert.ToBase64String(value.Span);
}
