using System.Globalization;
using Recoup.Benchmarks.Calls;

namespace Recoup.Benchmarks;

/// <summary>
/// Generated calls against the same calls written by hand, and an executed call against one of Refit, as tables in Markdown, in processor
/// time of the process.
/// </summary>
internal static class CallTable
{
    private const int Rounds = 15;

    public static int Run()
    {
        Console.WriteLine("| call | generated, ns | by hand, ns | ratio | bytes allocated | by hand |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var pair in CallPair.All)
            Compare(pair.Name, pair.Generated, pair.ByHand);

        Console.WriteLine();
        Console.WriteLine("| executed call, without a network | Recoup, ns | Refit 16.4.0, ns | ratio | bytes allocated | Refit |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        using var execution = new Execution();
        Compare("GITHUB_CREATE_ISSUE, 5 parameters", execution.ExecuteWithRecoup, execution.ExecuteWithRefit);
        return 0;
    }

    private static void Compare(string name, Func<object> ours, Func<object> peer)
    {
        // In turns, so that both meet the same machine; the best round of each counts.
        var (best, peers) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            best = Math.Min(best, Nanoseconds(ours));
            peers = Math.Min(peers, Nanoseconds(peer));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {best:N0} | {peers:N0} | {best / peers:N2} x | {Allocated(ours):N0} | {Allocated(peer):N0} |"));
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
