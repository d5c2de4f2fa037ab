using System.Diagnostics;

namespace Recoup.Benchmarks.Emulation;

/// <summary>How fast calls are answered.</summary>
/// <param name="PerSecond">Calls a second, by the clock on the wall.</param>
/// <param name="Processor">Processor time of the whole process for a call, client and collector included.</param>
internal sealed record Throughput(double PerSecond, TimeSpan Processor)
{
    private const int Rounds = 9;

    /// <summary>
    /// Two sides in turns, so that what else the machine does meets both; the median of each. Each side is first in half of the turns.
    /// </summary>
    public static async Task<(Throughput One, Throughput Other)> CompareAsync(TimeSpan round, int callers, Func<Task> one, Func<Task> other)
    {
        List<Throughput> ones = [], others = [];
        for (var i = 0; i < Rounds; i++)
        {
            if (i % 2 == 0)
                ones.Add(await MeasureAsync(round, callers, one));
            others.Add(await MeasureAsync(round, callers, other));
            if (i % 2 != 0)
                ones.Add(await MeasureAsync(round, callers, one));
        }

        return (Median(ones), Median(others));
    }

    private static async Task<Throughput> MeasureAsync(TimeSpan round, int callers, Func<Task> call)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(started) < round; count++)
                await call();
            return count;
        })));
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new(counts.Sum() / elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor) / counts.Sum());
    }

    // The first round of each warms up.
    private static Throughput Median(List<Throughput> rounds)
    {
        var warm = rounds.Skip(1).ToList();
        return new(
            warm.Select(round => round.PerSecond).Order().ElementAt(warm.Count / 2),
            warm.Select(round => round.Processor).Order().ElementAt(warm.Count / 2));
    }
}
