using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Tests;

public sealed class PositionedJsonTests
{
    [Theory]
    [InlineData("/a", 1, 6)]
    [InlineData("/b", 2, 5)]
    [InlineData("/b/1", 3, 2)]
    [InlineData("/é", 4, 5)]
    [InlineData("/😀", 5, 6)]
    [InlineData("/c~1d", 6, 7)]
    [InlineData("/e~0f/~1", 7, 12)]
    public void Values_know_line_and_column_in_utf_16(string pointer, int line, int column)
    {
        var json = "{\"a\":1,\n\"b\":[0,\n 1],\n\"é\":2,\r\n\"😀\":3,\r\"c/d\":4,\n\"e~f\":{\"/\":5}}";

        var document = PositionedJson.Parse(json, out var error)!;

        error.ShouldBeNull();
        document.Root.TryResolve(pointer, out var element).ShouldBeTrue();
        (element.Range.Start.Line, element.Range.Start.Column).ShouldBe((line, column));
        var range = element.Range;
        json[range.Start.CharOffset..range.End.CharOffset].ShouldBe(element.RawText);
    }

    [Theory]
    [InlineData("\"a\\u00e9\\n\\\"\"", "aé\n\"")]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"x\\ud83dy\\t\"", "x\uFFFDy\t")]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"\"", "")]
    public void Strings_are_unescaped(string json, string text)
    {
        var root = PositionedJson.Parse(json, out _)!.Root;

        root.GetString().ShouldBe(text);
        root.TextEquals(text).ShouldBeTrue();
        root.TextEquals(text + "x").ShouldBeFalse();
    }

    [Fact]
    public void The_last_of_repeated_members_counts() =>
        PositionedJson.Parse("""{"a":1,"a":2}""", out _)!.Root["a"].RawText.ShouldBe("2");

    [Fact]
    public void A_text_too_deep_is_refused_with_its_place()
    {
        PositionedJson.Parse(new string('[', PositionedJson.MaxDepth + 1), out var error);

        error!.Offset.ShouldBe(PositionedJson.MaxDepth);
    }

    [Theory]
    [InlineData("{\"a\":[1,2", "{\"a\":[1,2")]
    [InlineData("{\"a\":1,\"b\"", "{\"a\":1,\"b\"")]
    [InlineData("{\"a\":tru", "{\"a\":")]
    public void A_broken_text_keeps_what_stands_before_the_break(string json, string kept)
    {
        var document = PositionedJson.Parse(json, out var error)!;

        error.ShouldNotBeNull();
        document.Root.RawText.ShouldStartWith(kept[..5]);
        foreach (var member in document.Root.EnumerateObject())
            member.Name.ShouldNotBeEmpty();
    }

    [Fact]
    public void It_reads_every_JSON_as_the_framework_does() =>
        Prop.ForAll(Json.Texts, json =>
        {
            var document = PositionedJson.Parse(json, out var error);
            using var expected = JsonDocument.Parse(json);
            error.ShouldBeNull();
            ShouldMatch(document!.Root, expected.RootElement);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_never_throws_whatever_the_bytes() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            var document = PositionedJson.Parse(bytes, out var error);
            if (error is not null)
            {
                error.Offset.ShouldBeInRange(0, bytes.Length);
                PositionedJson.PositionIn(bytes, error.Offset).Line.ShouldBeGreaterThan(0);
            }

            (document is null && error is null).ShouldBeFalse();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_prefix_of_a_text_is_read_without_an_exception()
    {
        var json = Encoding.UTF8.GetBytes("""{"a":[1,{"b":"x\né"}],"c":null,"d":{"e":-1.5e3,"f":true}}""");
        for (var length = 0; length < json.Length; length++)
        {
            PositionedJson.Parse(json.AsMemory(0, length), out var error, TestContext.Current.CancellationToken);
            error.ShouldNotBeNull();
            error.Offset.ShouldBeInRange(0, length);
        }
    }

    private static void ShouldMatch(PositionedElement actual, JsonElement expected)
    {
        actual.ValueKind.ShouldBe(expected.ValueKind);
        actual.RawText.ShouldBe(expected.GetRawText());
        switch (expected.ValueKind)
        {
            case JsonValueKind.String:
                actual.GetString().ShouldBe(expected.GetString());
                break;
            case JsonValueKind.Array:
                var items = expected.EnumerateArray().ToArray();
                var index = 0;
                foreach (var item in actual.EnumerateArray())
                    ShouldMatch(item, items[index++]);
                index.ShouldBe(items.Length);
                break;
            case JsonValueKind.Object:
                var members = expected.EnumerateObject().ToArray();
                var at = 0;
                foreach (var member in actual.EnumerateObject())
                {
                    member.Name.ShouldBe(members[at].Name);
                    ShouldMatch(member.Value, members[at++].Value);
                }

                at.ShouldBe(members.Length);
                break;
        }
    }

    private static class Json
    {
        public static Arbitrary<string> Texts { get; } = Value(4).Select(value => JsonSerializer.Serialize(value)).ToArbitrary();

        private static Gen<object?> Value(int depth)
        {
            var scalar = Gen.OneOf(
                Gen.Constant<object?>(null),
                ArbMap.Default.GeneratorFor<bool>().Select(value => (object?)value),
                ArbMap.Default.GeneratorFor<int>().Select(value => (object?)value),
                ArbMap.Default.GeneratorFor<NormalFloat>().Select(value => (object?)value.Item),
                ArbMap.Default.GeneratorFor<UnicodeString>().Select(value => (object?)value.Item));
            if (depth == 0)
                return scalar;
            var list = Value(depth - 1).ListOf().Select(items => (object?)items.Take(4).ToArray());
            var map = ArbMap.Default.GeneratorFor<UnicodeString>().Zip(Value(depth - 1)).ListOf().Select(members => (object?)members
                .Take(4).Where(member => member.Item1.Item is not null)
                .GroupBy(member => member.Item1.Item).ToDictionary(group => group.Key, group => group.First().Item2));
            return Gen.OneOf(scalar, list, map);
        }
    }
}
