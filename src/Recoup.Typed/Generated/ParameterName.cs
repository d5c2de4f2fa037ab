using System.Text;

namespace Recoup.Typed.Generated;

/// <summary>
/// Derives the C# name of a parameter from its wire name: <c>per_page</c> is <c>perPage</c>. The generator compiles this file too and
/// passes every other name to <c>CallWriter</c>, so both must follow one rule on every framework: only ASCII counts.
/// </summary>
internal static class ParameterName
{
    /// <summary>Returns the name in camel case; empty if the wire name has neither letters nor digits.</summary>
    public static string Of(string wireName)
    {
        var name = new StringBuilder(wireName.Length);
        for (var start = 0; start < wireName.Length;)
        {
            if (!IsWordChar(wireName[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < wireName.Length && IsWordChar(wireName[end]))
                end++;
            AppendHumps(name, wireName, start, end);
            start = end;
        }

        if (name.Length > 0 && IsDigit(name[0]))
            name.Insert(0, '_');
        return name.ToString();
    }

    private static void AppendHumps(StringBuilder name, string text, int start, int end)
    {
        // SHOUTING and quiet segments have no humps; "1ST" is one word.
        if (HasUpper(text, start, end) && HasLower(text, start, end))
        {
            for (var i = start + 1; i < end; i++)
            {
                if (!IsUpper(text[i]) || (IsUpper(text[i - 1]) && !(i + 1 < end && IsLower(text[i + 1]))))
                    continue;
                AppendWord(name, text, start, i);
                start = i;
            }
        }

        AppendWord(name, text, start, end);
    }

    private static void AppendWord(StringBuilder name, string text, int start, int end)
    {
        var isFirst = name.Length == 0;

        // Two numbers side by side would become another one: "1_0" is not "10".
        if (!isFirst && IsDigit(name[name.Length - 1]) && IsDigit(text[start]))
            name.Append('_');
        var isLowered = isFirst || !HasLower(text, start, end);
        name.Append(isFirst ? Lower(text[start]) : Upper(text[start]));
        for (var i = start + 1; i < end; i++)
            name.Append(isLowered ? Lower(text[i]) : text[i]);
    }

    private static bool HasUpper(string text, int start, int end)
    {
        while (start < end && !IsUpper(text[start]))
            start++;
        return start < end;
    }

    private static bool HasLower(string text, int start, int end)
    {
        while (start < end && !IsLower(text[start]))
            start++;
        return start < end;
    }

    private static bool IsWordChar(char c) => IsUpper(c) || IsLower(c) || IsDigit(c);

    private static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    private static bool IsLower(char c) => c is >= 'a' and <= 'z';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static char Lower(char c) => IsUpper(c) ? (char)(c | 0x20) : c;

    private static char Upper(char c) => IsLower(c) ? (char)(c & ~0x20) : c;
}
