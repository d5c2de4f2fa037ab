using System.Text;

namespace Recoup.Binding.Types;

/// <summary>Recognizes a pattern that lists texts, such as <c>^(owner|writer)$</c>.</summary>
internal static class LiteralAlternatives
{
    private const string Escapable = "^$\\.*+?()[]{}|/-";

    /// <summary>The texts that the pattern lists, at least two; null for any other pattern.</summary>
    public static IReadOnlyList<string>? Of(string? pattern)
    {
        if (pattern is null
            || !pattern.StartsWith("^(", StringComparison.Ordinal)
            || !pattern.EndsWith(")$", StringComparison.Ordinal))
            return null;
        var start = pattern.StartsWith("^(?:", StringComparison.Ordinal) ? 4 : 2;
        var texts = new List<string>();
        var text = new StringBuilder();
        for (var i = start; i < pattern.Length - 2; i++)
        {
            var c = pattern[i];
            if (c == '|')
            {
                texts.Add(text.ToString());
                text.Clear();
            }
            else if (c == '\\')
            {
                i++;
                if (i >= pattern.Length - 2 || Escapable.IndexOf(pattern[i]) < 0)
                    return null;
                text.Append(pattern[i]);
            }
            else if (c != '-' && c != '/' && Escapable.IndexOf(c) >= 0)
            {
                return null;
            }
            else
            {
                text.Append(c);
            }
        }

        texts.Add(text.ToString());
        return texts.Count > 1 && texts.TrueForAll(one => one.Length > 0) ? texts : null;
    }
}
