using System.Globalization;
using System.Text.Json;
using Recoup.Schemas.Formats;

namespace Recoup.Schemas.Tests;

/// <summary>Samples have the syntax of their format, also where <c>format</c> is an annotation.</summary>
public sealed class FormatSampleTests
{
    private const int LongestTried = 80;

    private static readonly JsonSchemaOptions Asserting = new() { AssertFormat = true };

    public static TheoryData<string> Formats =>
    [
        .. FormatTable.All.Where(row => row.IsIn(SchemaDraft.Draft202012)).Select(row => row.Name),
        "byte", "binary", "password", "unknown",
    ];

    public static TheoryData<string, string, string> Numbers => new()
    {
        { "int32", """{"minimum":2147483645}""", "" },
        { "int32", """{"minimum":-5e9}""", "" },
        { "int32", """{"maximum":-2147483647}""", "" },
        { "int32", """{"maximum":5e9}""", "" },
        { "int32", """{"multipleOf":3e9,"minimum":1}""", "#/format: expected a 32-bit integer within the bounds, found none" },
        { "int32", """{"minimum":2147483648}""", "#/format: expected a 32-bit integer within the bounds, found none" },
        { "int32", """{"minimum":0.1,"maximum":0.9}""", "#/format: expected a 32-bit integer within the bounds, found none" },
        { "int64", """{"minimum":9223372036854775800}""", "" },
        { "int64", """{"exclusiveMaximum":-9223372036854775807}""", "" },
        { "int64", """{"exclusiveMinimum":9223372036854775807}""", "#/format: expected a 64-bit integer within the bounds, found none" },
        { "float", """{"minimum":3.4e38}""", "" },
        { "float", """{"minimum":3.5e38}""", "#/format: expected a single-precision number within the bounds, found none" },
        { "double", """{"minimum":1.7e308}""", "" },
        { "double", """{"minimum":1.8e308}""", "#/format: expected a double-precision number within the bounds, found none" },
        { "double", """{"minimum":0.25,"maximum":0.5}""", "" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void At_every_length_a_sample_has_the_format_or_is_refused_with_the_reason(string format)
    {
        var found = 0;
        for (var length = 0; length <= LongestTried; length++)
        {
            var (least, most) = ($"\"minLength\":{length}", $"\"maxLength\":{length}");
            foreach (var bounds in (string[])[least, most, $"{least},{most}"])
            {
                var text = $$"""{"type":"string","format":"{{format}}",{{bounds}}}""";
                if (!JsonSchema.Parse(text).TryCreateSample(new SampleOptions(), out var sample, out var reason))
                {
                    reason.ShouldStartWith("#/format: expected ", customMessage: text);
                    reason.ShouldEndWith("characters, found none", customMessage: text);
                    continue;
                }

                found++;
                JsonSchema.Parse(text, Asserting).IsValid(sample).ShouldBeTrue($"{text} {sample}");
                if (format == "byte")
                    Convert.FromBase64String(sample.GetString()!).ShouldNotBeNull();
            }
        }

        found.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("date-time", 20, 22, 23, 80)]
    [InlineData("date", 10)]
    [InlineData("time", 9, 11, 80)]
    [InlineData("duration", 3, 4, 80)]
    [InlineData("email", 3, 12, 13, 76, 77, 80)]
    [InlineData("hostname", 1, 11, 12, 13, 63, 64, 80)]
    [InlineData("ipv4", 7, 8, 9, 10, 11, 12, 13, 14, 15)]
    [InlineData("ipv6", 2, 3, 6, 7, 11, 12, 36, 37, 38, 39)]
    [InlineData("uri", 3, 19, 20, 80)]
    [InlineData("uri-reference", 0, 1, 80)]
    [InlineData("uri-template", 0, 1, 11, 12, 80)]
    [InlineData("uuid", 36)]
    [InlineData("json-pointer", 0, 1, 80)]
    [InlineData("relative-json-pointer", 1, 2, 3, 80)]
    [InlineData("regex", 0, 1, 2, 3, 80)]
    [InlineData("byte", 0, 4, 8, 80)]
    public void Lengths_that_a_format_has_are_found(string format, params int[] lengths)
    {
        foreach (var length in lengths)
        {
            var sample = Sample($$"""{"type":"string","format":"{{format}}","minLength":{{length}},"maxLength":{{length}}}""");
            sample.ShouldNotBeNull($"{format} of {length} characters");
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_items_of_an_array_are_different_texts_of_the_format(string format)
    {
        var text = $$$"""{"type":"array","uniqueItems":true,"minItems":70,"items":{"type":"string","format":"{{{format}}}"}}""";

        var sample = Sample(text).ShouldNotBeNull(format);

        sample.GetArrayLength().ShouldBe(70);
        JsonSchema.Parse(text, Asserting).IsValid(sample).ShouldBeTrue(format);
    }

    [Theory]
    [InlineData(3, """{"type":"string","format":"date","default":"2020-02-02"}""")]
    [InlineData(3, """{"type":"string","format":"date","examples":["2020-02-02","no"]}""")]
    [InlineData(3, """{"required":["at"],"properties":{"at":{"type":"string","format":"date-time"}}}""")]
    [InlineData(3, """{"type":"array","minItems":1,"items":{"format":"uuid","type":"string"}}""")]
    [InlineData(3, """{"$ref":"#/$defs/at"}""")]
    [InlineData(3, """{"type":"string","format":"ipv4","maxLength":7}""")]
    [InlineData(10, """{"type":"string","format":"relative-json-pointer","maxLength":1}""")]
    public void Items_that_must_be_unique_keep_their_format(int count, string items)
    {
        const string definitions = """{"at":{"type":"string","format":"time"}}""";
        var text = $$"""{"uniqueItems":true,"minItems":{{count}},"items":{{items}},"$defs":{{definitions}} }""";

        var sample = Sample(text).ShouldNotBeNull(text);

        JsonSchema.Parse(text, Asserting).IsValid(sample).ShouldBeTrue($"{text} {sample}");
    }

    [Theory]
    [InlineData("""{"type":"string","format":"date","default":"today"}""", "2024-01-02")]
    [InlineData("""{"type":"string","format":"date","examples":["today","2020-02-02"]}""", "2020-02-02")]
    [InlineData("""{"type":"string","format":"uri","default":""}""", "https://example.com/")]
    [InlineData("""{"type":"string","format":"date","enum":["today","2020-02-02"]}""", "2020-02-02")]
    [InlineData("""{"type":"string","format":"date","pattern":"^\\d{4}-\\d{2}-\\d{2}$"}""", "2024-01-02")]
    [InlineData("""{"type":"string","format":"email","pattern":"@example\\.com$"}""", "user@example.com")]
    [InlineData("""{"type":"string","format":"uuid","pattern":"^[0-9a-f-]{36}$","minLength":36}""", "00000000-0000-4000-8000-000000000000")]
    [InlineData("""{"allOf":[{"type":"string","format":"uri"},{"format":"uri-reference"}]}""", "https://example.com/")]
    [InlineData("""{"type":"string","contentEncoding":"base64","default":"no!"}""", "YWxwaGE=")]
    [InlineData("""{"type":"string","format":"byte","examples":["QUJD"]}""", "QUJD")]
    [InlineData("""{"type":"string","format":"date","not":{"const":"2024-01-02"}}""", "2024-01-03")]
    public void Values_of_the_author_and_patterns_are_used_where_they_have_the_format(string text, string expected) =>
        Sample(text).ShouldNotBeNull(text).GetString().ShouldBe(expected);

    [Fact]
    public void A_pattern_is_used_if_only_its_texts_have_the_format() =>
        Sample("""{"type":"string","format":"hostname","pattern":"^[a-z]{2}\\.test$"}""").ShouldNotBeNull().GetString()!
            .ShouldEndWith(".test");

    [Theory]
    [InlineData("""{"type":"string","format":"date","const":"today"}""", "no instance that satisfies the schema was found")]
    [InlineData("""{"type":"string","format":"date","maxLength":9}""",
        "#/format: expected a date (RFC 3339) of 0 to 9 characters, found none")]
    [InlineData("""{"type":"string","format":"email","minLength":100000}""",
        "#/format: expected an e-mail address of at least 100000 characters, found none")]
    [InlineData("""{"type":"string","contentEncoding":"base64","minLength":5,"maxLength":7}""",
        "#/contentEncoding: expected a text in Base64 of 5 to 7 characters, found none")]
    [InlineData("""{"type":"string","format":"ipv4","pattern":"^[a-z]+$"}""", "no instance that satisfies the schema was found")]
    [InlineData("""{"allOf":[{"type":"string","format":"date"},{"format":"time"}]}""", "no instance that satisfies the schema was found")]
    public void What_has_no_sample_is_told(string text, string expected)
    {
        JsonSchema.Parse(text).TryCreateSample(new SampleOptions(), out _, out var reason).ShouldBeFalse();
        reason.ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_in_the_range_of_its_format(string format, string bounds, string reason)
    {
        foreach (var type in (string[])["integer", "number"])
        {
            if (type == "integer" && bounds.Contains('.', StringComparison.Ordinal) && reason.Length == 0)
                continue;
            var schema = JsonSchema.Parse($$"""{"type":"{{type}}","format":"{{format}}",{{bounds[1..]}}""");
            for (var seed = 0; seed < 20; seed++)
            {
                var isFound = schema.TryCreateSample(new SampleOptions { Seed = seed }, out var sample, out var found);
                isFound.ShouldBe(reason.Length == 0, found);
                if (reason.Length > 0)
                    found.ShouldBe(reason);
                else
                    IsIn(format, sample).ShouldBeTrue($"{format} {bounds} {sample}");
            }
        }
    }

    [Theory]
    [InlineData("int32")]
    [InlineData("int64")]
    [InlineData("float")]
    [InlineData("double")]
    public void Without_bounds_a_number_is_small(string format)
    {
        var sample = Sample($$"""{"type":"number","format":"{{format}}"}""").ShouldNotBeNull();

        sample.GetInt32().ShouldBeInRange(1, 10);
    }

    private static JsonElement? Sample(string schema) => JsonSchema.Parse(schema).CreateSample();

    private static bool IsIn(string format, JsonElement sample) => format switch
    {
        "int32" => sample.TryGetInt32(out _),
        "int64" => sample.TryGetInt64(out _),
        "float" => float.IsFinite(float.Parse(sample.GetRawText(), CultureInfo.InvariantCulture)),
        _ => double.IsFinite(sample.GetDouble()),
    };
}
