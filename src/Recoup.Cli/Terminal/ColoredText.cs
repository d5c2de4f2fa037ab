using Spectre.Console;

namespace Recoup.Cli.Terminal;

/// <summary>Writes a text report to a screen, with styled headings.</summary>
internal static class ColoredText
{
    private static readonly (string Start, Style Style)[] Headings =
    [
        ("BREAKING", new Style(Color.Red, decoration: Decoration.Bold)),
        ("UNPROVEN", new Style(Color.Yellow, decoration: Decoration.Bold)),
        ("BEHAVIOR", new Style(Color.Blue, decoration: Decoration.Bold)),
        ("COMPATIBLE", new Style(Color.Green, decoration: Decoration.Bold)),
        ("suspect:", new Style(Color.Yellow, decoration: Decoration.Bold)),
        ("executed:", new Style(decoration: Decoration.Bold)),
        ("note:", new Style(decoration: Decoration.Dim)),
    ];

    public static void Write(IAnsiConsole screen, string report)
    {
        foreach (var line in report.TrimEnd('\n').Split('\n'))
        {
            var heading = Headings.FirstOrDefault(heading => line.StartsWith(heading.Start, StringComparison.Ordinal));
            screen.Write(new Text(line, heading.Style) { Overflow = Overflow.Fold });
            screen.WriteLine();
        }
    }
}
