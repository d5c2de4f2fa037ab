namespace Recoup.Schemas.Formats;

/// <summary>A URI template: RFC 6570, section 2.</summary>
internal static class UriTemplateFormat
{
    private const string Operators = "+#./;?&=,!@|";

    // Section 2.1: no controls, space, ", %, <, >, \, ^, `, {, |, }. Erratum 6937 allows the apostrophe.
    private const string NotLiteral = "\"%<>\\^`{|}";

    public static bool IsMatch(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{')
            {
                var close = text.IndexOf('}', i);
                if (close < 0 || !IsExpression(text.Substring(i + 1, close - i - 1)))
                    return false;
                i = close;
            }
            else if (text[i] == '%')
            {
                if (!IsEscape(text, i))
                    return false;
                i += 2;
            }
            else if (text[i] >= 0x80)
            {
                if (!UriGrammar.IsInternational(text, ref i, allowsPrivate: true))
                    return false;
            }
            else if (text[i] is <= ' ' or '\x7F' || NotLiteral.Contains(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsExpression(string text)
    {
        if (text.Length > 0 && Operators.Contains(text[0]))
            text = text.Substring(1);
        return text.Split(',').All(IsVariable);
    }

    private static bool IsVariable(string text)
    {
        if (text.Length > 0 && text[text.Length - 1] == '*')
            return IsName(text.Substring(0, text.Length - 1));
        var colon = text.IndexOf(':');
        if (colon < 0)
            return IsName(text);
        var length = text.Length - colon - 1;
        return length is >= 1 and <= 4
            && text[colon + 1] != '0'
            && Digits.Skip(text, colon + 1) == text.Length
            && IsName(text.Substring(0, colon));
    }

    private static bool IsName(string text)
    {
        var afterDot = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '.')
            {
                if (afterDot)
                    return false;
                afterDot = true;
                continue;
            }

            afterDot = false;
            if (text[i] == '%')
            {
                if (!IsEscape(text, i))
                    return false;
                i += 2;
            }
            else if (text[i] is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_'))
            {
                return false;
            }
        }

        return !afterDot;
    }

    private static bool IsEscape(string text, int at) =>
        at + 2 < text.Length && Uri.IsHexDigit(text[at + 1]) && Uri.IsHexDigit(text[at + 2]);
}
