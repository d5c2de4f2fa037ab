using Recoup.Contracts;
using Recoup.Contracts.Findings.Reports;
using Spectre.Console;

namespace Recoup.Cli.Terminal;

/// <summary>Writes a text report to a screen, with styled headings.</summary>
internal static class ColoredText
{
    public static void Write(IAnsiConsole screen, string report)
    {
        foreach (var line in report.TrimEnd('\n').Split('\n'))
        {
            screen.Write(new Text(line, StyleOf(HeadingTable.Find(line))) { Overflow = Overflow.Fold });
            screen.WriteLine();
        }
    }

    private static Style StyleOf(Heading? heading) => heading switch
    {
        { Verdict: { } verdict } => new Style(ColorOf(verdict), decoration: Decoration.Bold),
        { Note: NoteKind.Suspect } => new Style(Color.Yellow, decoration: Decoration.Bold),
        { Note: NoteKind.Executed } => new Style(decoration: Decoration.Bold),
        { Note: NoteKind.Information } => new Style(decoration: Decoration.Dim),
        _ => Style.Plain,
    };

    private static Color ColorOf(Verdict verdict) => verdict switch
    {
        Verdict.Breaking => Color.Red,
        Verdict.Unproven => Color.Yellow,
        Verdict.Behavior => Color.Blue,
        _ => Color.Green,
    };
}
