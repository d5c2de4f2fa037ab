using System.Globalization;
using Recoup.Contracts;

namespace Recoup.Benchmarks.Contracts;

/// <summary>What a comparison of two catalogs costs, beside reading them; and how it grows.</summary>
internal static class DiffTiming
{
    private const int Rounds = 15;

    public static int Run(string[] args)
    {
        if (args is not [var old, var @new])
        {
            Console.Error.WriteLine("Give two catalogs: diff <old> <new>");
            return 2;
        }

        var (before, after) = (File.ReadAllBytes(old), File.ReadAllBytes(@new));
        var parse = Median(() => (Read(before), Read(after)));
        var parseTwice = Median(() => (Read(after), Read(after)));
        Print("read both", parse, parse);
        Print("read both, compare changed", Median(() => ContractDiff.Compare(Read(before), Read(after))), parse);
        Print(
            "read both, compare changed, wire only",
            Median(() => ContractDiff.Compare(Read(before), Read(after), new DiffOptions { WireOnly = true })),
            parse);
        Print("read both, compare unchanged", Median(() => ContractDiff.Compare(Read(after), Read(after))), parseTwice);
        foreach (var share in (int[])[4, 2, 1])
        {
            var (few, fewNew) = (Part(before, share), Part(after, share));
            Print(
                $"compare 1/{share} of the actions",
                Median(() => ContractDiff.Compare(Read(few), Read(fewNew), new DiffOptions { SuspectOutages = false })),
                parse);
        }

        return 0;
    }

    private static ContractDocument Read(byte[] json) => ContractDocument.Read(json, "catalog.json");

    /// <summary>Every n-th action.</summary>
    private static byte[] Part(byte[] json, int nth)
    {
        var root = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        var actions = root["actions"]!
            .AsArray()
            .OrderBy(action => action!["slug"]!.GetValue<string>(), StringComparer.Ordinal)
            .Where((_, i) => i % nth == 0)
            .Select(action => action!.DeepClone());
        return System.Text.Encoding.UTF8.GetBytes(new System.Text.Json.Nodes.JsonObject
        {
            ["actions"] = new System.Text.Json.Nodes.JsonArray([.. actions]),
        }.ToJsonString());
    }

    private static double Median(Func<object> work)
    {
        // The runtime compiles a method again when it is called often, so the first rounds are slower.
        for (var i = 0; i < Rounds; i++)
            work();
        return ProcessorTime.Of(Rounds, () => GC.KeepAlive(work())).Median;
    }

    private static void Print(string what, double time, double parse) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-42} {time,9:F1} CPU ms  {time / parse,6:F2} x reading"));
}
