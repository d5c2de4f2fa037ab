using System.Globalization;

namespace Recoup.Benchmarks.Emulation;

/// <summary>A table in Markdown of ours against one other, row by row as they are measured.</summary>
internal static class Table
{
    public static void Begin(string peer)
    {
        Console.WriteLine();
        Console.WriteLine($"| what | emulator | {peer} | ratio | goal |");
        Console.WriteLine("|---|--:|--:|--:|---|");
    }

    public static void Time(string what, TimeSpan ours, TimeSpan theirs, string? goal) =>
        Row(what, Text(ours), Text(theirs), ours / theirs, goal is null ? "" : "at most " + goal);

    public static void Rate(string what, double ours, double theirs, string? goal) =>
        Row(what, Text(ours), Text(theirs), ours / theirs, goal is null ? "" : "at least " + goal);

    private static void Row(string what, string ours, string theirs, double ratio, string goal) => Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {ours} | {theirs} | {(ratio < 10 ? ratio.ToString(
                "0.00", CultureInfo.InvariantCulture) : ratio.ToString("N0", CultureInfo.InvariantCulture))} | {goal} |"));

    private static string Text(double rate) => rate.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(TimeSpan time) => time.TotalMilliseconds >= 1
        ? time.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture) + " ms"
        : time.TotalMicroseconds.ToString("N1", CultureInfo.InvariantCulture) + " µs";
}
