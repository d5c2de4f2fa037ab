using System.Diagnostics;

namespace Recoup.Fuzzing;

/// <summary>Reads files with a target, to look at a crash.</summary>
internal static class Replay
{
    /// <summary>Reads each file once, and prints what it took and the promise that it breaks.</summary>
    /// <returns>The exit code: 1 if a promise was broken.</returns>
    public static int Run(Action<ReadOnlyMemory<byte>> target, IEnumerable<string> files)
    {
        var broken = 0;
        foreach (var file in files)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                target(File.ReadAllBytes(file));
                Console.WriteLine($"{watch.ElapsedMilliseconds,6} ms  {file}");
            }
            catch (Exception exception)
            {
                broken = 1;
                Console.WriteLine($"{watch.ElapsedMilliseconds,6} ms  {file}: {exception}");
            }
        }

        return broken;
    }
}
