using System.Data;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Recoup.Typed.Generated;
using Recoup.Typed.Tests.Samples;

namespace Recoup.Typed.Tests.Scalars;

public sealed class ScalarUnionTests
{
    private static readonly CultureInfo WithComma = new("") { NumberFormat = { NumberDecimalSeparator = "," } };

    private enum Color
    {
        Red,
    }

    // A constant and a value of each type: each conversion must be the only one that the compiler finds.
    public static TheoryData<StringOrNumberOrBoolean, string> Conversions => new()
    {
        { "a", "\"a\"" },
        { 'a', "\"a\"" },
        { (sbyte)-1, "-1" },
        { (byte)1, "1" },
        { (short)-1, "-1" },
        { (ushort)1, "1" },
        { 1, "1" },
        { 1u, "1" },
        { -1L, "-1" },
        { ulong.MaxValue, "18446744073709551615" },
        { (nint)1, "1" },
        { (nuint)1, "1" },
        { 0.1f, "0.1" },
        { 0.1, "0.1" },
        { 1e300, "1E+300" },
        { 1.50m, "1.50" },
        { decimal.MaxValue, "79228162514264337593543950335" },
        { true, "true" },
        { new DateTime(2026, 2, 28, 12, 0, 0, DateTimeKind.Utc), "\"2026-02-28T12:00:00Z\"" },
        { new DateTime(2026, 2, 28, 12, 0, 0, 500, DateTimeKind.Unspecified), "\"2026-02-28T12:00:00.5\"" },
        { new DateTimeOffset(2026, 2, 28, 12, 0, 0, TimeSpan.FromHours(2)), "\"2026-02-28T12:00:00+02:00\"" },
        { new DateOnly(2026, 2, 28), "\"2026-02-28\"" },
        { new TimeOnly(12, 30), "\"12:30:00\"" },
        { Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), "\"0f8fad5b-d9cb-469f-a165-70867728950e\"" },
        { Color.Red, "\"Red\"" },
        { (StringOrInteger)1, "1" },
        { (StringOrNumber)1.5, "1.5" },
        { (StringOrBoolean)true, "true" },
        { (IntegerOrBoolean)1, "1" },
        { (NumberOrBoolean)1, "1" },
        { (StringOrIntegerOrBoolean)"a", "\"a\"" },
    };

    [Theory]
    [MemberData(nameof(Conversions), DisableDiscoveryEnumeration = true)]
    public void A_value_is_sent_as_the_JSON_of_its_kind(StringOrNumberOrBoolean value, string json)
    {
        CallWriter.Start("A").Value("a", value).ToCall().ToJson().GetProperty("a").GetRawText().ShouldBe(json);
        value.ToString().ShouldBe(json.Trim('"'));
        value.IsNull.ShouldBeFalse();
    }

    [Fact]
    public void Each_union_takes_what_its_name_says()
    {
        StringOrInteger[] first = ["a", 1, 1L, ulong.MaxValue, 'c', Color.Red];
        StringOrNumber[] second = ["a", 1, 1.5, 1.5m, 1f, (StringOrInteger)1];
        StringOrBoolean[] third = ["a", true, DateOnly.MinValue];
        IntegerOrBoolean[] fourth = [1, (byte)1, true];
        NumberOrBoolean[] fifth = [1, 1.5, true, (IntegerOrBoolean)1];
        StringOrIntegerOrBoolean[] sixth = ["a", 1, true, (StringOrInteger)1, (StringOrBoolean)true, (IntegerOrBoolean)1];
        StringOrNumberOrBoolean[] seventh = ["a", 1, 1.5, true, (StringOrIntegerOrBoolean)1, (NumberOrBoolean)1.5];

        string.Join(' ', [.. first, .. second, .. third, .. fourth, .. fifth, .. sixth, .. (object[])[.. seventh]])
            .ShouldBe("a 1 1 18446744073709551615 c Red a 1 1.5 1.5 1 1 a true 0001-01-01 1 1 true 1 1.5 true 1 a 1 true 1 true 1 "
                + "a 1 1.5 true 1 1.5");
    }

    [Fact]
    public void A_null_text_or_nullable_value_is_null()
    {
        StringOrInteger fromText = (string?)null;
        StringOrInteger? fromNullable = (int?)null;

        fromText.IsNull.ShouldBeTrue();
        fromText.ToString().ShouldBe("");
        fromText.ShouldBe(default);
        fromNullable.ShouldBeNull();
    }

    [Fact]
    public void Rows_are_written_as_a_collection_expression()
    {
        IReadOnlyList<IReadOnlyList<StringOrNumberOrBoolean?>> rows = [["Artist", 42], [null, true]];

        JsonSerializer.Serialize(rows).ShouldBe("""[["Artist",42],[null,true]]""");
    }

    public static TheoryData<object?, string> Boxed => new()
    {
        { null, "null" },
        { DBNull.Value, "null" },
        { "a", "\"a\"" },
        { 'a', "\"a\"" },
        { true, "true" },
        { (sbyte)1, "1" },
        { (byte)1, "1" },
        { (short)1, "1" },
        { (ushort)1, "1" },
        { 1, "1" },
        { 1u, "1" },
        { 1L, "1" },
        { ulong.MaxValue, "18446744073709551615" },
        { 1.5f, "1.5" },
        { 1.5, "1.5" },
        { 1.50m, "1.50" },
        { DateTime.UnixEpoch, "\"1970-01-01T00:00:00Z\"" },
        { DateTimeOffset.UnixEpoch, "\"1970-01-01T00:00:00Z\"" },
        { DateOnly.MinValue, "\"0001-01-01\"" },
        { TimeOnly.MinValue, "\"00:00:00\"" },
        { Guid.Empty, "\"00000000-0000-0000-0000-000000000000\"" },
        { Color.Red, "\"Red\"" },
        { JsonElement.Parse("1.50"), "1.50" },
        { JsonElement.Parse("1e300"), "1E+300" },
        { JsonElement.Parse("null"), "null" },
        { JsonValue.Create(1), "1" },
        { JsonValue.Create("a"), "\"a\"" },
        { (StringOrInteger)1, "1" },
        { Detail.Full, "\"full\"" },
        { (Target)1, "1" },
    };

    [Theory]
    [MemberData(nameof(Boxed), DisableDiscoveryEnumeration = true)]
    public void A_value_whose_type_is_known_at_run_time_is_converted(object? value, string json) =>
        JsonSerializer.Serialize(StringOrNumberOrBoolean.From(value)).ShouldBe(json);

    [Fact]
    public void A_value_of_another_type_is_refused()
    {
        var messages = new Dictionary<Action, string>
        {
            [() => StringOrInteger.From(1.5)] =
                "Expected a string or an integer, or null, got '1.5' of the type System.Double. Convert the value first.",
            [() => StringOrNumber.From(true)] =
                "Expected a string or a number, or null, got 'True' of the type System.Boolean. Convert the value first.",
            [() => NumberOrBoolean.From("a")] =
                "Expected a number or true or false, or null, got 'a' of the type System.String. Convert the value first.",
            [() => IntegerOrBoolean.From('a')] =
                "Expected an integer or true or false, or null, got 'a' of the type System.Char. Convert the value first.",
            [() => StringOrNumberOrBoolean.From(new Uri("https://a"))] =
                "Expected a string, a number or true or false, or null, got 'https://a/' of the type System.Uri. Convert the value first.",
            [() => StringOrNumberOrBoolean.From(JsonElement.Parse("[1]"))] =
                "Expected a string, a number or true or false, or null, got JSON of the type Array. Convert the value first.",
            [() => StringOrNumberOrBoolean.From(new JsonObject())] =
                "Expected a string, a number or true or false, or null, got JSON of the type Object. Convert the value first.",
            [() => StringOrInteger.From((StringOrNumber)1.5)] =
                "Expected a string or an integer, or null, got '1.5' of the type Recoup.Typed.StringOrNumber. Convert the value first.",
        };

        foreach (var (call, message) in messages)
            Should.Throw<ArgumentException>(call).Message.ShouldBe(message + " (Parameter 'value')");
    }

    [Fact]
    public void Rows_of_a_table_are_converted()
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("name", typeof(string));
        table.Columns.Add("price", typeof(decimal));
        table.Rows.Add("a", 1.50m);
        table.Rows.Add(DBNull.Value, DBNull.Value);

        var rows = StringOrNumber.Rows(table.Rows.Cast<DataRow>().Select(row => row.ItemArray));

        JsonSerializer.Serialize(rows).ShouldBe("""[["a",1.50],[null,null]]""");
        rows[1][0].ShouldBeNull();
    }

    [Fact]
    public void A_cell_that_cannot_be_converted_is_named()
    {
        object?[][] rows = [["a"], [1, new Version(1, 0)]];

        Should.Throw<ArgumentException>(() => StringOrInteger.Rows(rows)).Message.ShouldBe(
            "Row 1, column 1 (both count from 0): expected a string or an integer, or null, got '1.0' of the type System.Version. "
                + "Convert the value first. (Parameter 'rows')");
        Should.Throw<ArgumentException>(() => StringOrInteger.Rows([null!])).Message.ShouldStartWith("Row 0: expected a row, got null.");
    }

    [Theory]
    [InlineData("a", "a", null, null)]
    [InlineData("1", "1", "1", "1")]
    [InlineData("18446744073709551615", "18446744073709551615", "18446744073709551615", "18446744073709551615")]
    [InlineData("1.5", "1.5", null, "1.5")]
    [InlineData("1e2", "1e2", null, "100")]
    [InlineData("1e999", "1e999", null, null)]
    [InlineData("TRUE", "TRUE", "true", "true")]
    [InlineData("1,5", "1,5", null, null)]
    public void Text_is_parsed_as_the_first_kind_that_fits(string text, string asString, string? asInteger, string? asNumber)
    {
        Parse<StringOrNumberOrBoolean>(text).ShouldBe(asString);
        Parse<IntegerOrBoolean>(text).ShouldBe(asInteger);
        Parse<NumberOrBoolean>(text).ShouldBe(asNumber);
        Parse<NumberOrBoolean>(null).ShouldBeNull();

        static string? Parse<T>(string? text)
            where T : struct, IScalarUnion<T>
        {
            var isParsed = T.TryParse(text, WithComma, out var value);
            if (isParsed)
                T.Parse(text!, null).ShouldBe(value);
            else
                Should.Throw<Exception>(() => T.Parse(text!, null)).ShouldBeAssignableTo<SystemException>();
            return isParsed ? value.ToString() : null;
        }
    }

    [Fact]
    public void Numbers_are_equal_if_their_values_are()
    {
        StringOrNumberOrBoolean[] ones = [1, 1ul, 1.0, 1.0f, 1m, 1.00m, StringOrNumberOrBoolean.From(JsonElement.Parse("1.0"))];
        StringOrNumberOrBoolean[] others = ["1", true, 2, 1.5, default, ulong.MaxValue, 1.5m];

        ones.Distinct().Count().ShouldBe(1);
        (ones[0] == ones[2], ones[0] != ones[2]).ShouldBe((true, false));
        (ones[0].Equals((object)ones[2]), ones[0].Equals((object)1)).ShouldBe((true, false));
        others.ShouldAllBe(other => other != ones[0]);
        StringOrNumberOrBoolean exact = 9007199254740993;
        (exact == 9007199254740992L).ShouldBeFalse("integers are compared with all of their digits");
    }

    [Fact]
    public void Any_scalar_survives_JSON()
    {
        var values = Gen.OneOf(
            ArbMap.Default.GeneratorFor<long>().Select(value => (StringOrNumberOrBoolean)value),
            ArbMap.Default.GeneratorFor<ulong>().Select(value => (StringOrNumberOrBoolean)value),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(value => (StringOrNumberOrBoolean)value.Get),
            ArbMap.Default.GeneratorFor<float>().Where(float.IsFinite).Select(value => (StringOrNumberOrBoolean)value),
            ArbMap.Default.GeneratorFor<decimal>().Select(value => (StringOrNumberOrBoolean)value),
            ArbMap.Default.GeneratorFor<bool>().Select(value => (StringOrNumberOrBoolean)value),
            ArbMap.Default.GeneratorFor<UnicodeString>().Select(value => (StringOrNumberOrBoolean)Valid(value.Get)),
            Gen.Constant(default(StringOrNumberOrBoolean)));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(
                FSharpOption<Replay>.Some(new Replay(new Rnd(4711, 15), FSharpOption<int>.None))),
            Prop.ForAll(values.ToArbitrary(), value =>
            {
                var json = JsonSerializer.Serialize(value, SampleJsonContext.Default.StringOrNumberOrBoolean);
                var read = JsonSerializer.Deserialize(json, SampleJsonContext.Default.StringOrNumberOrBoolean);
                read.ShouldBe(value, json);
                read.GetHashCode().ShouldBe(value.GetHashCode(), json);
                JsonSerializer.Serialize(read).ShouldBe(json);
            }));
    }

    // JSON has no form of half a surrogate pair.
    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
