using System.Text.RegularExpressions;
using Recoup.Contracts;

namespace Recoup.Documentation.Tests.Pages;

/// <summary>The verdict on the page of a rule: a sentence, or a table if it depends on the direction of the change.</summary>
internal sealed partial class PageVerdict
{
    /// <summary>The table of a verdict that depends on the direction, without its rows.</summary>
    public const string TableHead = "| schema became | parameters | results |\n|---|---|---|\n";

    private const string Mark = "**[Verdict](../contracts.md#verdicts):**";
    private const string Stricter = "stricter";
    private const string LessStrict = "less strict";

    private PageVerdict(string text)
    {
        Text = text;
        Sentence = text.Split("\n\n")[0].Replace('\n', ' ');
        IsByDirection = text.StartsWith(TableHead, StringComparison.Ordinal);
    }

    /// <summary>The text between the mark and the example.</summary>
    public string Text { get; }

    /// <summary>The first paragraph, in one line.</summary>
    public string Sentence { get; }

    public bool IsByDirection { get; }

    /// <summary>The verdicts of the example on the page.</summary>
    public (Verdict Parameters, Verdict Results) OfExample => IsByDirection ? Row(Stricter) : (First(Sentence), First(Sentence));

    /// <summary>The verdicts if the two schemas of the example are exchanged. Null if the page has no table.</summary>
    public (Verdict Parameters, Verdict Results)? OfOpposite => IsByDirection ? Row(LessStrict) : null;

    /// <summary>The counterexamples that the page quotes as JSON.</summary>
    public IEnumerable<string> Counterexamples => Text.Split("\n\n")
        .Where(paragraph => paragraph.StartsWith("In the example below, the counterexample is ", StringComparison.Ordinal))
        .SelectMany(paragraph => Quoted().Matches(paragraph.Replace('\n', ' ')))
        .Select(match => match.Groups["json"].Value);

    public static PageVerdict Of(Page page) => new(page.Text.Split(Mark)[1].Split("\n## Example")[0].Trim());

    public static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    private (Verdict Parameters, Verdict Results) Row(string direction)
    {
        var cells = Text.Split('\n').Single(line => line.StartsWith($"| {direction} |", StringComparison.Ordinal)).Split('|');
        return (First(cells[2]), First(cells[3]));
    }

    private static Verdict First(string words) => Enum.GetValues<Verdict>()
        .Where(verdict => words.Contains(Word(verdict), StringComparison.Ordinal))
        .MinBy(verdict => words.IndexOf(Word(verdict), StringComparison.Ordinal));

    [GeneratedRegex("`(?<json>[^`]*)`")]
    private static partial Regex Quoted();
}
