using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>Bounds are checked when the call is created, and the message names parameter, bound and action.</summary>
public sealed class CheckTests
{
    private const string Properties = """
        {
          "count": {"type":"integer","minimum":1,"exclusiveMaximum":10},
          "spelled": {"type":"integer","minimum":1.0,"maximum":1e1},
          "half": {"type":"integer","minimum":0.5,"maximum":9223372036854775808.0},
          "short": {"type":"string","minLength":2.0,"maxLength":0.3e1},
          "large": {"type":"integer","minimum":-9223372036854775808,"maximum":1e400},
          "ratio": {"type":"number","exclusiveMinimum":0,"maximum":0.5},
          "tiny": {"type":"number","exclusiveMaximum":1E-400},
          "tinyInteger": {"type":"integer","exclusiveMaximum":1E-400},
          "near": {"type":"integer","exclusiveMaximum":1.0000000000000000000000000000000001},
          "nearRatio": {"type":"number","exclusiveMaximum":1.00000000000000000001},
          "cold": {"type":"number","exclusiveMaximum":-0.0},
          "code": {"type":"string","minLength":2,"maxLength":3},
          "slug": {"type":"string","pattern":"^\\d+\\u{1F600}$"},
          "tags": {"type":"array","items":{"type":"string","maxLength":1},"minItems":1,"maxItems":2},
          "rows": {"type":"array","items":{"type":"array","items":{"type":"integer","maximum":5}}},
          "who": {"type":"object","properties":{"age":{"type":"integer","minimum":0}},"required":["name"]},
          "file": {"type":"object","properties":{"name":{"type":"string"},"mimetype":{"type":"string"},"s3key":{"type":"string"}}}
        }
        """;

    private static readonly (string Call, string? Parameter, string? Message)[] Rows =
    [
        ("count: 0", "count", "ACME_DO: /count: expected at least 1, got 0"),
        ("count: 10", "count", "ACME_DO: /count: expected less than 10, got 10"),
        ("count: 9", null, null),
        ("spelled: 0", "spelled", "ACME_DO: /spelled: expected at least 1, got 0"),
        ("spelled: 11", "spelled", "ACME_DO: /spelled: expected at most 10, got 11"),
        ("half: 0", null, null),
        ("@short: \"a\"", "short", "ACME_DO: /short: expected at least 2 characters, got 1"),
        ("@short: \"abcd\"", "short", "ACME_DO: /short: expected at most 3 characters, got 4"),
        ("large: long.MinValue", null, null),
        ("ratio: 0", "ratio", "ACME_DO: /ratio: expected more than 0, got 0"),
        ("ratio: 0.6", "ratio", "ACME_DO: /ratio: expected at most 0.5, got 0.6"),
        ("ratio: double.NaN", null, "ACME_DO: /ratio: expected a finite number, got NaN"),
        ("tiny: 0", null, null),
        ("tinyInteger: 0", null, null),
        ("near: 1", null, null),
        ("nearRatio: 1", null, null),
        ("cold: 0", "cold", "ACME_DO: /cold: expected less than -0, got 0"),
        ("code: \"😀\"", "code", "ACME_DO: /code: expected at least 2 characters, got 1"),
        ("code: \"😀😀😀\"", null, null),
        ("code: \"abcd\"", "code", "ACME_DO: /code: expected at most 3 characters, got 4"),
        ("slug: \"12😀\"", null, null),
        ("slug: \"x\"", "slug", "ACME_DO: /slug: expected a string that matches ^\\d+\\u{1F600}$, got 'x'"),
        ("tags: []", null, "ACME_DO: /tags: expected at least 1 item, got 0"),
        ("tags: [\"a\", \"b\", \"c\"]", null, "ACME_DO: /tags: expected at most 2 items, got 3"),
        ("tags: [\"a\", \"bc\"]", null, "ACME_DO: /tags/1: expected at most 1 character, got 2"),
        ("tags: [\"a\", null!]", null, "ACME_DO: /tags/1: expected a value, got null"),
        ("rows: [[1], [2, 6]]", null, "ACME_DO: /rows/1/1: expected at most 5, got 6"),
        ("rows: [null!]", null, "ACME_DO: /rows/0: expected a value, got null"),
        ("who: new() { Name = 1, Age = -1 }", null, "ACME_DO: /who/age: expected at least 0, got -1"),
        ("file: \"https://a/b\"", null, "ACME_DO: /file: expected the descriptor of a staged file, got an address. Stage the file with "
            + "POST /api/connectors/files first"),
    ];

    private static readonly Lazy<Program> Checked = new(() => Load(checks: true));
    private static readonly Lazy<Program> Unchecked = new(() => Load(checks: false));

    public static TheoryData<int> All => new(Enumerable.Range(0, Rows.Length));

    [Theory]
    [MemberData(nameof(All))]
    public void A_bound_is_checked_and_the_message_contains_the_place(int row)
    {
        var (call, parameter, message) = Rows[row];
        var thrown = Record.Exception(() => Checked.Value.Run("Row" + row));

        if (message is null)
        {
            thrown.ShouldBeNull(call);
            return;
        }

        var argument = thrown.ShouldBeAssignableTo<ArgumentException>(call);
        argument!.Message.ShouldStartWith(message);
        if (parameter is not null)
            argument.ParamName.ShouldBe(parameter);
    }

    [Fact]
    public void Checks_can_be_switched_off()
    {
        Unchecked.Value.Run("Row0").ShouldBe("""{"count":0}""");
        Unchecked.Value.Run("Row21").ShouldBe("""{"slug":"x"}""");
    }

    [Fact]
    public void The_place_of_a_bound_is_named_after_a_constant_that_is_not_valid_text()
    {
        var program = Program.Load(Generation.Run(
            Catalog.Of(Catalog.Acme("DO", """{"k":{"const":{"\udc00":1}},"a\"b":{"type":"integer","minimum":1}}""", "[\"k\",\"a\\\"b\"]")),
            "public static class Probe { public static string Run() => Recoup.Actions.Acme.Do(0).Slug; }"));

        Should.Throw<ArgumentException>(() => program.Run("Run")).Message.ShouldStartWith("ACME_DO: /a\"b: expected at least 1, got 0");
    }

    [Fact]
    public void A_required_argument_that_is_null_is_named()
    {
        var program = Program.Load(Generation.Run(
            Catalog.Of(Catalog.Acme("DO", """{"first_name":{"type":"string"}}""", "[\"first_name\"]")),
            "public static class Probe { public static string Run() => Recoup.Actions.Acme.Do(null!).Slug; }"));

        Should.Throw<ArgumentNullException>(() => program.Run("Run")).ParamName.ShouldBe("firstName");
    }

    private static Program Load(bool checks) => Program.Load(Generation.Run(
        Catalog.Of(Catalog.Acme("DO", Properties)),
        "public static class Probe {\n" + string.Concat(Rows.Select((row, index) =>
            $"public static string Row{index}() => Recoup.Actions.Acme.Do({row.Call}).ToJson().GetRawText();\n")) + "}",
        new GenerationOptions { Checks = checks }));
}
