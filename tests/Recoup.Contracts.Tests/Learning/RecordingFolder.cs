using System.Text;
using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Learning;
using Recoup.Contracts.Learning.Merging;

namespace Recoup.Contracts.Tests.Learning;

/// <summary>A folder with recordings and the file that is learned from them.</summary>
internal sealed class RecordingFolder : IDisposable
{
    public const string Header = """{"recoup":"recording","version":1,"created":"2026-11-27T14:00:00Z","replaces":["email"]}""";
    public const string Slug = "TEST_ONE";

    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-learn-").FullName;
    private int _files;

    /// <summary>The path of the file of result schemas.</summary>
    public string Output => Path.Combine(_folder, "recoup.results.json");

    public string Learned
    {
        get => File.ReadAllText(Output);
        set => File.WriteAllText(Output, value);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A line of a recording.</summary>
    public static string Line(string result, string slug = Slug, string more = "") =>
        $$"""{"slug":{{SlugText(slug)}},"account":null,"parameters":{},"status":200,"result":{{result}},"time":"2026-11-27T14:00:01Z","""
        + $"\"duration\":12.3{more}}}";

    /// <summary>A line with a payload in the envelope of deployed servers.</summary>
    public static string Payload(string payload, string slug = Slug, string more = "") =>
        Line($$"""{"data":{{payload}},"error":null,"successful":true}""", slug, more);

    /// <summary>Writes a recording of lines, and returns its path.</summary>
    public string Write(params IEnumerable<string> lines) => WriteText(string.Concat(lines.Prepend(Header).Select(line => line + "\n")));

    public string WriteText(string text)
    {
        var path = Path.Combine(_folder, $"recording{++_files:D3}.jsonl");
        File.WriteAllText(path, text);
        return path;
    }

    public LearnResult Learn(params IEnumerable<string> recordings) => Learn(new LearnOptions(), recordings);

    public LearnResult Learn(LearnOptions options, params IEnumerable<string> recordings) =>
        ResultLearning.LearnAsync(recordings, Output, options, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    /// <summary>The file that is learned from payloads, each in its own line of one recording.</summary>
    public static string Of(params IEnumerable<string> payloads)
    {
        using var folder = new RecordingFolder();
        folder.Learn(folder.Write(payloads.Select(payload => Payload(payload))));
        return folder.Learned;
    }

    /// <summary>The schema that is learned from payloads, without white space.</summary>
    public static string SchemaOf(params IEnumerable<string> payloads) => Schema(Of(payloads)).GetRawText();

    /// <summary>The schema of the action in a file, without white space.</summary>
    public static JsonElement Schema(string file) => JsonSerializer.SerializeToElement(
        JsonElement.Parse(file).GetProperty("results").GetProperty(Slug));

    /// <summary>Whether the payload's schema in a file accepts a payload, formats included.</summary>
    public static bool Accepts(string file, string payload) =>
        PayloadSchema.Compile(Read(file)[Slug], out var problem) is { } schema
            ? schema.Accepts(JsonElement.Parse(payload, new JsonDocumentOptions { MaxDepth = 512 }))
            : throw new InvalidOperationException(problem);

    /// <summary>Whether the comparison proves that the payload's schema in a file includes the one in another file.</summary>
    public static bool Includes(string narrow, string wide) =>
        PayloadSchema.Includes(PayloadOf(narrow), PayloadOf(wide), CancellationToken.None);

    private static PositionedElement PayloadOf(string file)
    {
        var schema = Read(file)[Slug];
        schema.TryResolve(PayloadPlace.Of(schema), out var payload).ShouldBeTrue();
        return PositionedJson.Parse(payload.RawText, out _)!.Root;
    }

    private static ResultsFile Read(string file) => ResultsFile.Read(Encoding.UTF8.GetBytes(file), "recoup.results.json");

    private static string SlugText(string slug) => JsonSerializer.Serialize(slug);
}
