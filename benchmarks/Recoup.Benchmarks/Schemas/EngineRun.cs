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

        var best = 0.0;
        var bytes = double.MaxValue;
        for (var repeat = 0; repeat < 6; repeat++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var started = ProcessorTime.Now;
            var done = 0L;
            TimeSpan elapsed;
            do
            {
                for (var i = 0; i < count; i++)
                    validate(i);
                done += count;
                elapsed = count > 1 || done % 16 == 0 || done < 16 ? ProcessorTime.Now - started : TimeSpan.Zero;
            }
            while (elapsed < Round);
            best = Math.Max(best, done / elapsed.TotalSeconds);
            bytes = Math.Min(bytes, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)done);
        }

        return new EngineRun(cold, warm, best, bytes, valid);
    }
}
