using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Generators.Analyzers;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Analyzers;

/// <summary>
/// Each row is a call. The analyzer must refuse what the call refuses when it runs, in the same words, and nothing else. A row whose value
/// is only known at run time says so.
/// </summary>
public sealed class ConstantValueTests
{
    private const string Unknown = "known at run time only";

    private const string Properties = """
        {
          "count": {"type":"integer","minimum":1,"exclusiveMaximum":10},
          "offset": {"type":"integer","minimum":-5,"maximum":9223372036854775806},
          "lowest": {"type":"integer","exclusiveMinimum":-9223372036854775808},
          "note": {"type":["integer","null"],"exclusiveMinimum":1},
          "ratio": {"type":"number","exclusiveMinimum":0,"maximum":0.5},
          "cold": {"type":"number","exclusiveMaximum":-0.25},
          "large": {"type":"number","maximum":1e300},
          "code": {"type":"string","minLength":2,"maxLength":3},
          "slug": {"type":"string","pattern":"^\\d+\\u{1F600}?$"},
          "videoId": {"type":"string","pattern":"^[A-Za-z0-9_-]{11}$"},
          "tags": {"type":"array","items":{"type":"string","maxLength":1},"minItems":1,"maxItems":2},
          "rows": {"type":"array","items":{"type":"array","items":{"type":"integer","maximum":5},"maxItems":2}},
          "scores": {"type":"object","additionalProperties":{"type":"integer","maximum":5}},
          "who": {"type":"object","properties":{"age":{"type":"integer","minimum":0},"nick":{"type":"string","maxLength":2},
                  "event":{"type":["integer","null"],"maximum":3}}},
          "people": {"type":"array","items":{"type":"object","properties":{"size":{"type":"integer","minimum":1}}}},
          "by": {"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string","maxLength":1},"maxItems":2},
                 {"type":"object","title":"Box","properties":{"width":{"type":"integer","minimum":1}}}]},
          "event": {"type":"integer","maximum":3},
          "file": {"type":"object","properties":{"name":{"type":"string"},"mimetype":{"type":"string"},"s3key":{"type":"string"}}},
          "files": {"type":"array","items":
                    {"type":"object","properties":{"name":{"type":"string"},"mimetype":{"type":"string"},"s3key":{"type":"string"}}}}
        }
        """;

    private static readonly (string Arguments, string? Refusal)[] Rows =
    [
        // Integers: their spellings, and the conversions that keep them.
        ("count: [|0|]", "expected at least 1, got 0"),
        ("count: [|10|]", "expected less than 10, got 10"),
        ("count: [|-1|]", "expected at least 1, got -1"),
        ("count: [|5000|]", "expected less than 10, got 5000"),
        ("count: [|Zero|]", "expected at least 1, got 0"),
        ("count: [|Zero - 2|]", "expected at least 1, got -2"),
        ("count: [|(int)Level.Top|]", "expected less than 10, got 99"),
        ("count: [|'a'|]", "expected less than 10, got 97"),
        ("count: [|(long)10.7|]", "expected less than 10, got 10"),
        ("count: [|(long?)10|]", "expected less than 10, got 10"),
        ("count: [|0x10u|]", "expected less than 10, got 16"),
        ("count: [|long.MinValue|]", "expected at least 1, got -9223372036854775808"),
        ("offset: [|long.MaxValue|]", "expected at most 9223372036854775806, got 9223372036854775807"),
        ("offset: [|-6|]", "expected at least -5, got -6"),
        ("lowest: [|long.MinValue|]", "expected more than -9223372036854775808, got -9223372036854775808"),
        ("@event: [|4|]", "expected at most 3, got 4"),
        ("count: 9", null),
        ("count: null", null),
        ("count: default", null),
        ("offset: -5, lowest: -9223372036854775807", null),
        ("count: Later", Unknown),
        ("count: Flag ? [|0|] : 5", "expected at least 1, got 0"),
        ("count: Nothing ?? [|0|]", "expected at least 1, got 0"),
        ("count: Flag switch { true => [|10|], _ => 5 }", "expected less than 10, got 10"),

        // A parameter that may be omitted, null or a value.
        ("note: new([|1|])", "expected more than 1, got 1"),
        ("note: new Optional<long?>([|0|])", "expected more than 1, got 0"),
        ("note: [|1L|]", "expected more than 1, got 1"),
        ("note: new(null)", null),

        // Numbers.
        ("ratio: [|0|]", "expected more than 0, got 0"),
        ("ratio: [|0.6|]", "expected at most 0.5, got 0.6"),
        ("ratio: [|0.6f|]", "expected at most 0.5, got 0.6000000238418579"),
        ("ratio: [|-1.5e10|]", "expected more than 0, got -15000000000"),
        ("cold: [|0|]", "expected less than -0.25, got 0"),
        ("large: [|double.MaxValue|]", "expected at most 1E+300, got 1.7976931348623157E+308"),
        ("large: [|1E301|]", "expected at most 1E+300, got 1E+301"),
        ("ratio: 0.5", null),

        // Strings: their length in code points, and their pattern.
        ("code: [|\"😀\"|]", "expected at least 2 characters, got 1"),
        ("code: [|\"\"|]", "expected at least 2 characters, got 0"),
        ("code: [|\"ab\" + \"cd\"|]", "expected at most 3 characters, got 4"),
        ("code: [|nameof(ConstantProbe)|]", "expected at most 3 characters, got 13"),
        ("code: [|$\"{Text}!\"|]", "expected at most 3 characters, got 5"),
        ("code: \"😀😀😀\"", null),
        ("slug: [|\"x\"|]", "expected a string that matches ^\\d+\\u{1F600}?$, got 'x'"),
        ("slug: [|\"12\\n\"|]", "expected a string that matches ^\\d+\\u{1F600}?$, got '12 '"),
        ("videoId: [|\"bad\"|]", "expected a string that matches ^[A-Za-z0-9_-]{11}$, got 'bad'"),
        ("slug: \"12😀\", videoId: \"dQw4w9WgXcQ\"", null),
        ("slug: Text.ToLower()", Unknown),

        // Lists, their items, and maps.
        ("tags: [|[]|]", "expected at least 1 item, got 0"),
        ("tags: [|[\"a\", \"b\", \"c\"]|]", "expected at most 2 items, got 3"),
        ("tags: [|new[] { \"a\", \"b\", \"c\" }|]", "expected at most 2 items, got 3"),
        ("tags: [|new string[0]|]", "expected at least 1 item, got 0"),
        ("tags: [|Array.Empty<string>()|]", "expected at least 1 item, got 0"),
        ("tags: [|new List<string>()|]", "expected at least 1 item, got 0"),
        ("tags: [|new List<string>(8) { \"a\", \"b\", \"c\" }|]", "expected at most 2 items, got 3"),
        ("tags: [|[.. Tags, \"a\", \"b\", \"c\"]|]", Unknown),
        ("tags: [\"a\", [|\"bc\"|]]", "expected at most 1 character, got 2"),
        ("tags: new List<string> { [|\"bc\"|] }", "expected at most 1 character, got 2"),
        ("tags: [\"a\", .. Tags]", null),
        ("tags: new List<string>(Tags)", null),
        ("rows: [[1], [2, [|6|]]]", "expected at most 5, got 6"),
        ("rows: [[1], [|[2, 3, 4]|]]", "expected at most 2 items, got 3"),
        ("rows: [new long[] { [|6|] }]", "expected at most 5, got 6"),
        ("scores: new Dictionary<string, long> { [\"a\"] = [|6|] }", "expected at most 5, got 6"),
        ("scores: new Dictionary<string, long> { { \"a\", [|6|] } }", "expected at most 5, got 6"),
        ("scores: new Dictionary<string, long>()", null),

        // Members of generated classes, and branches of unions. Bounds of a branch itself are left to the server.
        ("who: new() { Age = [|-1|] }", "expected at least 0, got -1"),
        ("who: new Acme.DoWho { Age = 1, Nick = [|\"ada\"|] }", "expected at most 2 characters, got 3"),
        ("who: new() { Event = new([|4|]) }", "expected at most 3, got 4"),
        ("people: [new() { Size = 1 }, new() { Size = [|0|] }]", "expected at least 1, got 0"),
        ("by: [\"a\", \"b\", \"c\", \"de\"]", null),
        ("by: new[] { \"a\", \"b\", \"c\" }", null),
        ("by: new Acme.DoByBox { Width = [|0|] }", "expected at least 1, got 0"),
        ("by: \"abc\"", null),

        // Files. The runtime says more than the analyzer, because it does not know how the file came to be there.
        ("file: [|\"https://a.example/b.png\"|]", "expected the descriptor of a staged file, got an address"),
        ("file: [|Text.ToLower()|]", "expected the descriptor of a staged file, got an address"),
        ("file: [|StagedFile.FromAddress(Text.ToLower())|]", "expected the descriptor of a staged file, got an address"),
        ("files: [[|\"https://a.example/b.png\"|]]", "expected the descriptor of a staged file, got an address"),
        ("file: new StagedFile(\"b.png\", \"image/png\", \"k\")", null),
    ];

    private static readonly Lazy<(Program Program, Task<IReadOnlyList<Diagnostic>> Reported, string Code)> All =
        new(() => Load(checks: true));

    public static TheoryData<int, string> Calls
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var i = 0; i < Rows.Length; i++)
                data.Add(i, Rows[i].Arguments);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task The_analyzer_refuses_what_the_call_refuses(int row, string arguments)
    {
        var (program, pending, code) = All.Value;
        var reported = (await pending).Where(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line == row + 1).ToArray();
        var (_, refusal) = Rows[row];

        reported.Select(diagnostic => code.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length))
            .ShouldBe(MarkedIn(arguments), arguments);
        if (refusal == Unknown)
            return;
        var thrown = Record.Exception(() => program.Run("Row" + row));
        if (refusal is null)
        {
            thrown.ShouldBeNull(arguments);
            return;
        }

        reported.ShouldHaveSingleItem().GetMessage(CultureInfo.InvariantCulture)
            .ShouldContain($": {refusal}. The call throws an ArgumentException.");
        thrown.ShouldBeAssignableTo<ArgumentException>(arguments)!.Message.Replace('\n', ' ').ShouldContain(": " + refusal);
    }

    [Theory]
    [InlineData("_ = Acme.Do(count: [|0|]);", "RCP0043", "'count' of Acme.Do: expected at least 1, got 0. ")]
    [InlineData("_ = Acme.Do(videoId: [|\"bad\"|]);", "RCP0044", "'videoId' of Acme.Do: expected a string that matches ")]
    [InlineData("_ = Acme.Do(rows: [[[|9|]]]);", "RCP0043", "An item of 'rows' of Acme.Do: expected at most 5, got 9. ")]
    [InlineData("_ = new Acme.DoWho { Age = [|-1|] };", "RCP0043", "'Age' of Acme.DoWho: expected at least 0, got -1. ")]
    [InlineData(
        "_ = Acme.Do(file: [|unknown|]);",
        "RCP0047",
        "'file' of Acme.Do: expected the descriptor of a staged file, got an address. ")]
    [InlineData(
        "_ = Acme.Do(file: [|\"C:\\\\video.mp4\"|]);",
        "RCP0046",
        "Expected an http or https address of a file, got 'C:\\video.mp4'. ")]
    public async Task The_message_contains_the_place(string statements, string id, string message)
    {
        var reported = (await ShouldReportAsync(statements)).ShouldHaveSingleItem();

        (reported.Id, reported.Severity).ShouldBe((id, DiagnosticSeverity.Warning));
        reported.GetMessage(CultureInfo.InvariantCulture).ShouldStartWith(message);
    }

    [Theory]
    [InlineData("StagedFile file = [|\"C:\\\\video.mp4\"|]; _ = file;")]
    [InlineData("StagedFile file = [|\"/home/ada/video.mp4\"|]; _ = file;")]
    [InlineData("StagedFile file = [|\"video.mp4\"|]; _ = file;")]
    [InlineData("StagedFile file = [|\"file:///c/video.mp4\"|]; _ = file;")]
    [InlineData("StagedFile file = [|\"s3://bucket/video.mp4\"|]; _ = file;")]
    [InlineData("StagedFile file = [|\"\"|]; _ = file;")]
    [InlineData("_ = StagedFile.FromAddress(unknown.Length > 1 ? [|\"video.mp4\"|] : \"https://a.example/b.mp4\");")]
    [InlineData("StagedFile file = \"HTTPS://a.example/b.mp4\"; file = \"http://localhost:8080\"; file = unknown; _ = file;")]
    public async Task A_constant_that_is_no_address_is_reported_wherever_it_becomes_a_file(string statements)
    {
        foreach (var diagnostic in await ShouldReportAsync(statements))
            diagnostic.Id.ShouldBe("RCP0046");
    }

    [Fact]
    public async Task Nothing_is_reported_if_the_project_has_switched_the_checks_off()
    {
        var (_, reported, _) = Load(checks: false);

        (await reported).Where(diagnostic => diagnostic.Id is "RCP0043" or "RCP0044").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pattern_that_takes_too_long_is_not_reported()
    {
        const string Text = """{"text":{"type":"string","pattern":"^(([a-z])+.)+[A-Z]([a-z])+$"}}""";
        var files = Analysis.Files(Catalog.Of(Catalog.Acme("SLOW", Text)));
        var slow = "\"" + new string('a', 60) + "\"";

        await Analysis.ShouldReportAsync(
            new ConstantValueAnalyzer(), MarkedCode.Of($"_ = Acme.Slow(text: {slow}); _ = Acme.Slow({slow});"), files);
    }

    [Theory]
    [InlineData("Acme.Do(count: );")]
    [InlineData("Acme.Do(count: 0, count: 0, 5")]
    [InlineData("Acme.Do(nothing: 0); Acme.Dont(0);")]
    [InlineData("Acme.Do(tags: [, who: new() { Age = }")]
    [InlineData("new Acme.DoWho { Age = -1, = 3, { } }; Acme.DoBy by = [")]
    [InlineData("StagedFile f = StagedFile.FromAddress(); Acme.Do(file: StagedFile.FromAddress(")]
    [InlineData("Acme.Do(scores: new Dictionary<string, long> { [] = , { } , { 1 } });")]
    [InlineData("Acme.Do(count: true ? : switch { })")]
    [InlineData("var (a, = (Acme.Do(), ; Acme.Do() is { } ; client.ExecuteAsync(slug: , ;")]
    public async Task Incomplete_code_breaks_no_analyzer(string statements)
    {
        var compilation = Generation.Run(Files, MarkedCode.Of(statements).Text).Compilation.AddReferences(Analysis.References);
        foreach (var analyzer in AllAnalyzers)
        {
            var reported = await Analysis.RunAsync(analyzer, compilation, Files);
            reported.ShouldAllBe(diagnostic => diagnostic.Id.StartsWith("RCP", StringComparison.Ordinal));
        }
    }

    private static ImmutableArray<AdditionalText> Files =>
        Analysis.Files(Catalog.Of(Catalog.Acme("DO", Properties)));

    private static IEnumerable<DiagnosticAnalyzer> AllAnalyzers => typeof(RecoupGenerator).Assembly
        .GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    private static async Task<IReadOnlyList<Diagnostic>> ShouldReportAsync(string statements) =>
        await Analysis.ShouldReportAsync(new ConstantValueAnalyzer(), MarkedCode.Of(statements), Files);

    private static IEnumerable<string> MarkedIn(string arguments)
    {
        var marked = new MarkedCode(arguments);
        return marked.Spans.Select(span => marked.Text.Substring(span.Start, span.Length));
    }

    private static (Program, Task<IReadOnlyList<Diagnostic>>, string) Load(bool checks)
    {
        static string Call(int row) => $"Acme.Do({new MarkedCode(Rows[row].Arguments).Text})";
        var code = "using System; using System.Collections.Generic; using Recoup.Actions; using Recoup.Typed;\n"
            + string.Concat(Enumerable.Range(0, Rows.Length).Select(row =>
                $"partial class Probe {{ public static string Row{row}() => {Call(row)}.ToJson().ToString(); }}\n"))
            + """
            public static partial class Probe
            {
                const int Zero = 0;
                const string Text = "text";
                static bool Flag => Text.Length > 1;
                static long Later => Text.Length;
                static long? Nothing => Text.Length > 1 ? null : 1;
                static string[] Tags => new[] { "x" };
                enum Level { Top = 99 }
                class ConstantProbe;
            }
            """;
        var generation = Generation.Run(Files, code, new GenerationOptions { Checks = checks });
        return (Program.Load(generation), Analysis.RunAsync(new ConstantValueAnalyzer(), generation.Compilation, Files), code);
    }
}
