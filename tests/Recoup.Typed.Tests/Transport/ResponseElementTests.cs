using System.Globalization;
using System.Text.Json;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Tests.Transport;

public sealed class ResponseElementTests
{
    [Fact]
    public void A_place_deep_in_the_body_is_reported_as_a_JSON_pointer()
    {
        var body = Parse("""{"a/b":[{"c~d":{"e":1}},{"c~d":{"e":"two"}}]}""");

        var exception = Should.Throw<ResponseShapeException>(
            () => body.Required("a/b").ReadArray(item => item.Required("c~d").ReadMap(member => member.ReadInteger())));

        exception.Message.ShouldBe("/a~1b/1/c~0d/e must be an integer, but is a string that is not one");
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("7.0", 7)]
    [InlineData("7e2", 700)]
    [InlineData("10e-1", 1)]
    [InlineData("0.00070E+4", 7)]
    [InlineData("-0.0", 0)]
    [InlineData("0e-999999999999", 0)]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    [InlineData("-922337203685477580800e-2", long.MinValue)]
    [InlineData("10000000000000000000000000000000e-13", 1_000_000_000_000_000_000)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void An_integer_is_read_however_it_is_spelled(string json, long expected) => Parse(json).ReadInteger().ShouldBe(expected);

    [Theory]
    [InlineData("7.5")]
    [InlineData("1e30")]
    [InlineData("1e-30")]
    [InlineData("-1e-400")]
    [InlineData("1.00000000000000000000000000000000001")]
    [InlineData("9223372036854775807.00000000000000001")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809.0")]
    [InlineData("99999999999999999990e-1")]
    [InlineData("1e999999999999")]
    [InlineData("1e-999999999999")]
    [InlineData("\"7\"")]
    [InlineData("null")]
    public void A_value_that_is_not_an_integer_is_refused(string json) =>
        Should.Throw<ResponseShapeException>(() => Parse(json).ReadInteger());

    [Fact]
    public void An_integer_may_have_any_number_of_digits()
    {
        var zeros = new string('0', 100_000);

        Parse($"7{zeros}e-100000").ReadInteger().ShouldBe(7);
        Parse($"0.{zeros}7e100001").ReadInteger().ShouldBe(7);
        Parse($"7.{zeros}").ReadInteger().ShouldBe(7);
        Should.Throw<ResponseShapeException>(() => Parse($"7.{zeros}1").ReadInteger());
    }

    [Theory]
    [InlineData("2026-02-28T12:00:00Z", "2026-02-28T12:00:00.0000000+00:00")]
    [InlineData("2026-02-28t12:00:00z", "2026-02-28T12:00:00.0000000+00:00")]
    [InlineData("2026-02-28T12:00:00.5z", "2026-02-28T12:00:00.5000000+00:00")]
    [InlineData("2026-02-28t12:00:00.1234567-05:30", "2026-02-28T12:00:00.1234567-05:30")]
    [InlineData("2026-02-28T12:00:00.123456789Z", "2026-02-28T12:00:00.1234567+00:00")]
    [InlineData("2026-02-28T12:00:00.99999999999999999999+02:00", "2026-02-28T12:00:00.9999999+02:00")]
    public void A_date_and_time_is_read_in_each_spelling_of_RFC_3339(string text, string expected) =>
        Parse($"\"{text}\"").ReadDateTime().ToString("O", CultureInfo.InvariantCulture).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-28")]
    [InlineData("2026-02-28t12:00:00")]
    [InlineData("2026-02-28T12:00:00.12345678901234567890")]
    [InlineData("2026-02-28t12:00:00.z")]
    [InlineData("2026-02-28t12:00:00.1 z")]
    [InlineData("2026-02-28t12:00:00zz")]
    [InlineData("2026-02-28t12:00:00+0200")]
    [InlineData("2026-02-28t12:00:00+24:00")]
    [InlineData("2026-02-28 12:00:00Z")]
    [InlineData("2026-02-30t12:00:00z")]
    [InlineData("2026-06-30t23:59:60z")]
    [InlineData("0001-01-01t00:00:00+01:00")]
    public void A_text_that_is_no_date_and_time_is_refused(string text) =>
        Should.Throw<ResponseShapeException>(() => Parse($"\"{text}\"").ReadDateTime());

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("\"fixed\"", "\"\\u0066ixed\"")]
    [InlineData("""{"a":[1,null],"b":true}""", """{"b":true,"a":[1,null]}""")]
    public void A_constant_may_be_spelled_differently(string constant, string json) =>
        Parse($$"""{"k":{{json}}}""").Constant("k", constant).Required("k").Json.GetRawText().ShouldBe(json);

    [Theory]
    [InlineData("""{"k":"Fixed"}""", "/k must be \"fixed\", but is \"Fixed\"")]
    [InlineData("""{"k":null}""", "/k must be \"fixed\", but is null")]
    [InlineData("""{"K":"fixed"}""", "/k must be present, but is missing")]
    public void Another_value_than_a_constant_is_refused(string json, string message) =>
        Should.Throw<ResponseShapeException>(() => Parse(json).Constant("k", "\"fixed\"")).Message.ShouldBe(message);

    [Fact]
    public void A_member_without_a_description_may_be_null_if_its_type_allows_null()
    {
        var body = Parse("""{"named":"x","a":null,"b":"B"}""");

        body.ReadOthers(member => member.OrNull(value => value.ReadString()), "named")
            .ShouldBe(new Dictionary<string, string?> { ["a"] = null, ["b"] = "B" });
        body.ReadOthers(member => member.ReadString(), "named").ShouldBe(new Dictionary<string, string> { ["b"] = "B" });
    }

    [Fact]
    public void Scalars_are_read_in_their_documented_formats()
    {
        Parse("\"0f8fad5b-d9cb-469f-a165-70867728950e\"").ReadGuid().ShouldBe(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
        Parse("\"2026-02-28T12:00:00.5+02:00\"")
            .ReadDateTime()
            .ShouldBe(new DateTimeOffset(2026, 2, 28, 12, 0, 0, 500, TimeSpan.FromHours(2)));
        Parse("\"2026-02-28\"").ReadDate().ShouldBe(new DateOnly(2026, 2, 28));
        Parse("\"AQID\"").ReadBytes().ToArray().ShouldBe([1, 2, 3]);
        Parse("1.5").ReadNumber().ShouldBe(1.5);
        Parse("true").ReadBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"at":null}""")]
    [InlineData("""{"at":"yesterday"}""")]
    [InlineData("""{"at":[1]}""")]
    public void An_optional_member_that_cannot_be_read_is_left_out(string json)
    {
        Parse(json).OptionalValue("at", member => member.ReadDateTime()).ShouldBeNull();
        Parse(json).Optional("at", member => member.ReadMap(inner => inner.ReadString())).ShouldBeNull();
    }

    [Theory]
    [InlineData("{}", JsonValueKind.Undefined)]
    [InlineData("""{"result":null}""", JsonValueKind.Null)]
    [InlineData("""{"result":[1]}""", JsonValueKind.Array)]
    public void Free_JSON_is_read_unchanged(string json, JsonValueKind expected) => Parse(json).Any("result").ValueKind.ShouldBe(expected);

    [Fact]
    public void Only_nullable_members_may_be_null()
    {
        var body = Parse("""{"text":null,"number":null}""");

        body.Required("text").OrNull(member => member.ReadString()).ShouldBeNull();
        body.Required("number").ValueOrNull(member => member.ReadInteger()).ShouldBeNull();
        Should.Throw<ResponseShapeException>(() =>
            body.Required("text").ReadString()).Message.ShouldBe("/text must be a string, but is null");
    }

    [Fact]
    public void If_a_member_is_repeated_the_last_one_wins() =>
        Parse("""{"a":1,"a":2}""").ReadMap(member => member.ReadInteger()).ShouldBe(new Dictionary<string, long> { ["a"] = 2 });

    private static ResponseElement Parse(string json) => new(JsonElement.Parse(json));
}
