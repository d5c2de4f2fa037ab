namespace Recoup.Binding.Actions;

/// <summary>Matches a text against a pattern in which <c>*</c> matches any text. Ignores case. Never backtracks twice.</summary>
internal static class Glob
{
    public static bool IsMatch(string text, string pattern)
    {
        int at = 0, in_ = 0, star = -1, resume = 0;
        while (at < text.Length)
        {
            if (in_ < pattern.Length && pattern[in_] == '*')
            {
                star = in_++;
                resume = at;
            }
            else if (in_ < pattern.Length && char.ToUpperInvariant(pattern[in_]) == char.ToUpperInvariant(text[at]))
            {
                in_++;
                at++;
            }
            else if (star >= 0)
            {
                in_ = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (in_ < pattern.Length && pattern[in_] == '*')
            in_++;
        return in_ == pattern.Length;
    }
}
