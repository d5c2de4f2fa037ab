using System.Globalization;

namespace Recoup.Catalogs.Json;

/// <summary>Builds and reads JSON pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>Builds a pointer from its steps, unescaped.</summary>
    public static string Of(params string[] steps) => string.Concat(steps.Select(step => "/" + Escape(step)));

    /// <summary>Appends the name of a member to a pointer.</summary>
    public static string Append(string pointer, string step) => pointer + "/" + Escape(step);

    /// <summary>Appends the index of an array item to a pointer.</summary>
    public static string Append(string pointer, int index) => pointer + "/" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Escapes a name so that it can be a step of a pointer.</summary>
    public static string Escape(string step) => step.IndexOfAny(['~', '/']) < 0 ? step : step.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The steps of a pointer, unescaped; none for the empty pointer, null for text that is not a pointer.</summary>
    public static IReadOnlyList<string>? Parse(string pointer)
    {
        if (pointer.Length == 0)
            return [];
        return pointer[0] == '/' ? [.. pointer[1..].Split('/').Select(Unescape)] : null;
    }

    /// <summary>The pointer without its last step; empty for a pointer of one step.</summary>
    public static string Parent(string pointer) => pointer[..Math.Max(0, pointer.LastIndexOf('/'))];

    /// <summary>The name that a step of a pointer stands for.</summary>
    public static string Unescape(string step) => step.IndexOf('~') < 0 ? step : step.Replace("~1", "/").Replace("~0", "~");
}
