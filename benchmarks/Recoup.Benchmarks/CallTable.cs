using System.Globalization;
using Recoup.Benchmarks.Calls;

namespace Recoup.Benchmarks;

/// <summary>Generated calls against the same calls written by hand, as a table in Markdown, in processor time of the process.</summary>
internal static class CallTable
{
    private const int Rounds = 15;

    public static int Run()
    {
        Console.WriteLine("| call | generated, ns | by hand, ns | ratio | bytes allocated | by hand |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var pair in CallPair.All)
        {
            // In turns, so that both meet the same machine; the best round of each counts.
            var (ours, hand) = (double.MaxValue, double.MaxValue);
            for (var round = 0; round < Rounds; round++)
            {
                ours = Math.Min(ours, Nanoseconds(pair.Generated));
                hand = Math.Min(hand, Nanoseconds(pair.ByHand));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {pair.Name} | {ours:N0} | {hand:N0} | {ours / hand:N2} x | {Allocated(pair.Generated):N0} | "
                    + $"{Allocated(pair.ByHand):N0} |"));
        }

        return 0;
    }

    private static double Nanoseconds(Func<object> call)
    {
        var count = 0;
        var started = ProcessorTime.Now;
        TimeSpan taken;
        do
        {
            for (var i = 0; i < 200; i++)
                GC.KeepAlive(call());
            count += 200;
            taken = ProcessorTime.Now - started;
        }
        while (taken < TimeSpan.FromMilliseconds(200));
        return taken.TotalNanoseconds / count;
    }

    private static double Allocated(Func<object> call)
    {
        call();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            GC.KeepAlive(call());
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0;
    }
}
