using System.ComponentModel;

namespace Recoup.Typed.Generated;

/// <summary>What the open enums share. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OpenEnum
{
    /// <summary>Returns the text, which must not be null.</summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text;
    }

    /// <summary>Returns the hash code of the text; 0 if there is none.</summary>
    public static int Hash(string? text) => text?.GetHashCode(StringComparison.Ordinal) ?? 0;
}
