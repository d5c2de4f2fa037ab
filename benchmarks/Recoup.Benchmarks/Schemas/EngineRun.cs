namespace Recoup.Benchmarks.Schemas;

/// <summary>What one engine took.</summary>
/// <param name="Cold">Milliseconds of the first compilation that is measured; 0 if it is not.</param>
/// <param name="Warm">Milliseconds of the fastest compilation.</param>
/// <param name="PerSecond">Validations in a second.</param>
/// <param name="Bytes">Bytes that a validation allocates; 0 if it is not measured.</param>
/// <param name="Valid">How many instances are valid.</param>
internal sealed record EngineRun(double Cold, double Warm, double PerSecond, double Bytes, int Valid)
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <summary>Measures validations of all cases, in turn.</summary>
    public static EngineRun Of(double cold, double warm, int count, Func<int, bool> validate)
    {
        var valid = 0;
        for (var i = 0; i < count; i++)
            valid += validate(i) ? 1 : 0;

        // In a program that runs for a while, what compiled schemas consist of lies close together, without the garbage of compilation.
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);

        var best = 0.0;
        var bytes = double.MaxValue;
        for (var repeat = 0; repeat < 6; repeat++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var started = ProcessorTime.Now;
            var done = 0L;
            var turns = 1;
            TimeSpan elapsed;
            do
            {
                for (var turn = 0; turn < turns; turn++)
                {
                    for (var i = 0; i < count; i++)
                        validate(i);
                }

                done += turns * count;

                // To read the clock takes as long as some validations.
                elapsed = ProcessorTime.Now - started;
                turns *= elapsed < Round / 20 ? 2 : 1;
            }
            while (elapsed < Round);
            best = Math.Max(best, done / elapsed.TotalSeconds);
            bytes = Math.Min(bytes, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)done);
        }

        return new EngineRun(cold, warm, best, bytes, valid);
    }
}
