namespace Recoup.Benchmarks;

/// <summary>Processor time of the process, all threads: what else the machine does hardly shows in it.</summary>
internal static class ProcessorTime
{
    public static TimeSpan Now => Environment.CpuUsage.TotalTime;

    /// <summary>Milliseconds that an action takes.</summary>
    public static double Of(Action action)
    {
        var started = Now;
        action();
        return (Now - started).TotalMilliseconds;
    }

    /// <summary>The best and the middle of several times, in milliseconds, with the heap cleared before each.</summary>
    public static (double Best, double Median) Of(int times, Action action)
    {
        var all = new double[times];
        for (var i = 0; i < times; i++)
        {
            GC.Collect();
            all[i] = Of(action);
        }

        Array.Sort(all);
        return (all[0], all[times / 2]);
    }
}
