namespace Recoup.Differential.Generation;

/// <summary>Regular expressions of ECMA 262 with the flag <c>u</c>.</summary>
internal static class Patterns
{
    private static readonly string[] Atoms =
    [
        "a", "b", "é", "1", "_", "-", ".", "\\d", "\\w", "\\s", "\\D", "\\W", "\\S", "[a-c]", "[^ab]", "[\\d_]", "[^\\w]", "[\\s\\S]",
        "\\p{L}",
        "\\p{Lu}", "\\P{L}", "\\p{Nd}", "[\\p{L}\\p{Nd}]", "\\u0061", "\\x62", "\\.", "\\/", "\\t", "[\\-a]", "[é-ü]", "\\n",
        "\\cJ", "(?:\\0)",
    ];

    // Beyond the basic plane, and by script: what regular expressions of .NET do not have.
    private static readonly string[] Rare = ["😀", "\\u{1F600}", "[😀-😂]", "\\p{Script=Greek}", "\\ud83d\\ude00", "[^😀]"];

    private static readonly string[] Quantifiers = ["", "", "", "?", "*", "+", "{2}", "{1,2}", "{1,}", "+?", "??"];

    /// <summary>A pattern.</summary>
    public static string Next(Choices choices)
    {
        var body = Alternatives(choices, 2);
        return choices.Below(4) switch
        {
            0 => body,
            1 => "^" + body,
            2 => body + "$",
            _ => "^(?:" + body + ")$",
        };
    }

    private static string Alternatives(Choices choices, int depth) =>
        string.Join('|', choices.Many(1, choices.OneIn(4) ? 2 : 1, () => string.Concat(choices.Many(1, 3, () => Term(choices, depth)))));

    private static string Term(Choices choices, int depth)
    {
        if (depth == 0 || !choices.OneIn(4))
            return choices.Of<string>(choices.OneIn(30) ? Rare : Atoms) + choices.Of<string>(Quantifiers);
        var inner = Alternatives(choices, depth - 1);
        return choices.Below(8) switch
        {
            0 => $"(?={inner})",
            1 => $"(?!{inner})",
            2 => $"(?<={inner})",
            3 => $"({inner})",
            4 => "\\b",
            5 => $"(?<!{inner})",
            _ => $"(?:{inner})" + choices.Of<string>(Quantifiers),
        };
    }

    /// <summary>A text with characters on which implementations differ.</summary>
    public static string Text(Choices choices) => string.Concat(choices.Many(0, 4, () => choices.Of(
        "a", "b", "c", "A", "1", "_", "-", " ", "\n", "\t", "\u00a0", "\u2028", "\ufeff", "٣", "é", "😀", "😂", "Ω", "K", "ſ", "/", ".",
        "\u0085", "\0")));
}
