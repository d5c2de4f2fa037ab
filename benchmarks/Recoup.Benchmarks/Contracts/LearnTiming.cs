using System.Globalization;
using System.Text;
using System.Text.Json;
using Recoup.Contracts.Learning.Inputs;
using Recoup.Recordings;

namespace Recoup.Benchmarks.Contracts;

/// <summary>What learning costs, beside walking over the same bytes with a <see cref="Utf8JsonReader"/>.</summary>
internal static class LearnTiming
{
    private const int Rounds = 5;
    private const int Megabytes = 64;

    public static int Run(string? recording)
    {
        var path = recording ?? Write();
        var size = new FileInfo(path).Length / 1e6;
        var walk = Median(() => Walk(path));
        Print("walk", walk, walk, size);
        Print("read the calls", Median(() => RecordingReader.Read(path).Count()), walk, size);
        Print("learn", Median(() => RecordedFiles.Find([path]).Learn(null, CancellationToken.None).Count), walk, size);
        if (recording is null)
            File.Delete(path);
        return 0;
    }

    private static int Walk(string path)
    {
        var tokens = 0;
        using var stream = File.OpenRead(path);
        for (var lines = new RecordingLines(stream, path); lines.Read();)
        {
            var reader = new Utf8JsonReader(lines.Line.Span);
            while (reader.Read())
                tokens++;
        }

        return tokens;
    }

    /// <summary>A recording of lists as services return them: links, moments, flags, texts, nested objects.</summary>
    private static string Write()
    {
        var path = Path.GetTempFileName();
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.NewLine = "\n";
        writer.WriteLine("""{"recoup":"recording","version":1,"created":"2026-11-27T14:00:00Z","replaces":["email"]}""");
        for (var call = 0; writer.BaseStream.Position < Megabytes * 1_000_000L; call++)
        {
            var items = string.Join(",", Enumerable.Range(call * 20, 1 + (call % 20)).Select(Item));
            writer.WriteLine(
                $$"""{"slug":"ACME_LIST_{{call % 12}}","account":null,"parameters":{},"status":200,"result":{"data":{"items":[{{items}}]"""
                + ""","next":null},"error":null,"successful":true},"time":"2026-11-27T14:00:01.123Z","duration":12.3"""
                + ""","replaced":["/result/data/items/0/user/email"]}""");
        }

        return path;
    }

    private static string Item(int i) =>
        $$"""{"id":{{i}},"state":"{{(i % 3 == 0 ? "closed" : "open")}}","title":"Item {{i}} that \"somebody\" filed" """
        + $$""","body":"{{new string('x', i % 300)}}\nand more","url":"https://api.example.com/repos/o/r/items/{{i}}?a=b" """
        + $$""","user":{"login":"user{{i % 40}}","email":"user-{{i % 7}}@example.com","admin":false}"""
        + $$""","labels":[{"name":"bug","color":"f29513"}],"milestone":null,"score":{{(i % 2 == 0 ? "1.0" : "0.25")}}"""
        + $$""","created_at":"2024-03-1{{i % 10}}T10:20:30Z","reactions":{"+1":{{i % 4}},"-1":0,"total":{{i % 4}} } }""";

    private static double Median(Func<int> work)
    {
        work();
        return ProcessorTime.Of(Rounds, () => work()).Median;
    }

    private static void Print(string what, double time, double walk, double size) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-16} {time,9:F1} CPU ms  {size / time * 1000,6:F0} MB/s  {walk / time,6:F2} of the walk"));
}
