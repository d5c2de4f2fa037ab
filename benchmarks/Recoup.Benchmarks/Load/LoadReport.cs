using System.Globalization;
using Recoup.Emulator;

namespace Recoup.Benchmarks.Load;

/// <summary>What the clients saw against what the journal says, call by call.</summary>
internal static class LoadReport
{
    private const int Shown = 10;

    /// <summary>Prints a table, and whatever does not agree.</summary>
    /// <returns>How much does not.</returns>
    public static int Compare(Seen[] seen, IReadOnlyList<Exchange> journal)
    {
        var problems = new List<string>();
        var recorded = new int[seen.Length];
        var cutShort = journal.Where(IsCutShort).ToList();
        foreach (var exchange in journal.Except(cutShort))
        {
            if (CallOf(exchange) is not { } call)
            {
                problems.Add($"The journal has what nobody sent: {exchange}");
                continue;
            }

            recorded[call]++;
            var expected = LoadCase.Of(call);
            if ((exchange.Status, exchange.Fault, exchange.Executed) != (expected.Status, expected.Fault, expected.Executed))
                problems.Add($"Call {call}, {expected.Name}: the journal says {exchange}");
        }

        // What a client gave up before its body had arrived has an entry, but no number. It can only be a call that hangs.
        var unnumbered = Enumerable.Range(0, seen.Length)
            .Where(call => recorded[call] == 0 && seen[call] == Seen.GaveUp && LoadCase.Of(call).Seen == Seen.GaveUp);
        foreach (var call in unnumbered.Take(cutShort.Count).ToList())
            recorded[call]++;

        for (var call = 0; call < seen.Length; call++)
        {
            if (recorded[call] != 1)
                problems.Add(
                    $"Call {call}, {LoadCase.Of(call).Name}, is in the journal {recorded[call]} times; its client saw {seen[call]}.");
            if (seen[call] != LoadCase.Of(call).Seen)
                problems.Add($"Call {call}, {LoadCase.Of(call).Name}: its client saw {seen[call]}.");
        }

        Print(seen, recorded, journal, cutShort.Count);
        foreach (var problem in problems.Take(Shown))
            Console.WriteLine(problem);
        return problems.Count;
    }

    private static void Print(Seen[] seen, int[] recorded, IReadOnlyList<Exchange> journal, int cutShort)
    {
        Console.WriteLine();
        Console.WriteLine("| calls | sent | seen as expected | in the journal once |");
        Console.WriteLine("|---|--:|--:|--:|");
        foreach (var group in Enumerable.Range(0, seen.Length).GroupBy(LoadCase.Of))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {group.Key.Name} | {group.Count():N0} | {group.Count(call =>
                    seen[call] == group.Key.Seen):N0} | {group.Count(call => recorded[call] == 1):N0} |"));
        }

        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Sent {seen.Length:N0}, in the journal {journal.Count:N0}, of which given up before the body had arrived {cutShort:N0}, "
                + $"exceptions of the emulator's own {journal.Count(exchange =>
                    exchange.Error?.StartsWith("The emulator failed", StringComparison.Ordinal) == true)}."));
    }

    private static bool IsCutShort(Exchange exchange) =>
        exchange is { Slug: null, Fault: null, Executed: false, Error: { } error }
        && (error.StartsWith("The caller gave up", StringComparison.Ordinal) || error.EndsWith("it breaks off.", StringComparison.Ordinal));

    private static int? CallOf(Exchange exchange) =>
        exchange.Parameters.ValueKind == System.Text.Json.JsonValueKind.Object
        && int.TryParse(exchange.Parameters.GetProperty("spreadsheet_id").GetString(), CultureInfo.InvariantCulture, out var call)
            ? call
            : null;
}
