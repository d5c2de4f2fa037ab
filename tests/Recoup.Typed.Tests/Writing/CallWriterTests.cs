using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Recoup.Typed.Generated;
using Recoup.Typed.Tests.Samples;

namespace Recoup.Typed.Tests.Writing;

public sealed class CallWriterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 28, 12, 0, 0, TimeSpan.FromHours(2));
    private static readonly Guid Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static readonly StagedFile File = new("a.png", "image/png", "k");

    public static TheoryData<string, Func<CallWriter, CallWriter>> Members => new()
    {
        { """{"a":"b"}""", call => call.Text("a", "b") },
        { """{"a":1}""", call => call.Integer("a", 1) },
        { """{"a":1.5}""", call => call.Number("a", 1.5) },
        { """{"a":true}""", call => call.Boolean("a", true) },
        { """{"a":"2026-02-28T12:00:00+02:00"}""", call => call.DateTime("a", Noon) },
        { """{"a":"2026-02-28T10:00:00Z"}""", call => call.DateTime("a", Noon.ToUniversalTime()) },
        { """{"a":"2026-02-28"}""", call => call.Date("a", new DateOnly(2026, 2, 28)) },
        { """{"a":"0f8fad5b-d9cb-469f-a165-70867728950e"}""", call => call.Uuid("a", Id) },
        { """{"a":"AQID"}""", call => call.Bytes("a", new byte[] { 1, 2, 3 }) },
        { """{"a":{"name":"a.png","mimetype":"image/png","s3key":"k"}}""", call => call.File("a", File, false) },
        { """{"a":"https://b"}""", call => call.File("a", "https://b", true) },
        { """{"a":[1]}""", call => call.Any("a", new JsonArray(1)) },
        { """{"a":null}""", call => call.Any("a", null) },
        { """{"a":["b","c"]}""", call => call.Texts("a", ["b", "c"]) },
        { """{"a":"full"}""", call => call.Enum("a", Detail.Full) },
        { """{"a":["full","x"]}""", call => call.Enums<Detail>("a", [Detail.Full, "x"]) },
        { """{"a":7}""", call => call.Value<Target>("a", 7) },
        { """{"a":"b"}""", call => call.Value<StringOrInteger>("a", "b") },
        { """{"a":null}""", call => call.ValueOrNull<StringOrInteger>("a", (string?)null) },
        { """{"a":null}""", call => call.ValueOrNull<StringOrInteger>("a", null) },
        { """{"a":1}""", call => call.ValueOrNull<StringOrInteger>("a", 1) },
        { """{"a":{"full_name":"A","kind":{"of":"person"}}}""", call => call.Object("a", new Person { FullName = "A" }) },
        { """{"a":[{"full_name":"A","kind":{"of":"person"}}]}""", call => call.Objects<Person>("a", [new() { FullName = "A" }]) },
        { """{"a":["b",1]}""", call => call.Objects<Target>("a", ["b", 1]) },
        { """{"a":{"b":[1,2.0]}}""", call => call.Constant("a", """{ "b": [1, 2.0] }""") },
        { """{"a":null}""", call => call.Null("a") },
        { """{"K":1}""", call => call.OtherKey("K", ["k"]).Item(1) },
        { """{"ä\"<":1}""", call => call.Integer("ä\"<", 1) },
        {
            """{"a":[{"k":"b"},1,1.5,true,"2026-02-28T12:00:00+02:00","2026-02-28","0f8fad5b-d9cb-469f-a165-70867728950e","AQ==",null]}""",
            call => call.Name("a").Required(call).StartArray().StartObject().Key("k").Item("b").EndObject().Item(1).Item(1.5).Item(true)
                .Item(Noon).Item(new DateOnly(2026, 2, 28)).Item(Id).Item(new byte[] { 1 }).Item((JsonNode?)null).EndArray()
        },
        {
            """{"a":["full",true,null,{"full_name":"A","kind":{"of":"person"}},"https://b",null]}""",
            call => call.Name("a").StartArray().EnumItem(Detail.Full).ValueItem<Target>(true).ValueItemOrNull<Target>(null)
                .ObjectItem(new Person { FullName = "A" }).FileItem("https://b", true).Null().EndArray()
        },
        {
            "{}",
            call => call.OptionalText("a", null).OptionalInteger("a", null).OptionalNumber("a", null).OptionalBoolean("a", null)
                .OptionalDateTime("a", null).OptionalDate("a", null).OptionalUuid("a", null).OptionalBytes("a", null)
                .OptionalFile("a", null, true).OptionalAny("a", null).OptionalTexts("a", null).OptionalEnum<Detail>("a", null)
                .OptionalEnums<Detail>("a", null).OptionalValue<Target>("a", null).OptionalValue<StringOrInteger>("a", (string?)null)
                .OptionalObject("a", null).OptionalObjects<Person>("a", null)
        },
        {
            """{"a":"b","c":1,"d":1.5,"e":false,"f":"full","g":["full"],"h":1,"i":[true],"j":["b"],"k":1}""",
            call => call.OptionalText("a", "b").OptionalInteger("c", 1).OptionalNumber("d", 1.5).OptionalBoolean("e", false)
                .OptionalEnum<Detail>("f", Detail.Full).OptionalEnums<Detail>("g", [Detail.Full]).OptionalValue<Target>("h", 1)
                .OptionalObjects<Target>("i", [true]).OptionalTexts("j", ["b"]).OptionalValue<StringOrInteger>("k", 1)
        },
        {
            """{"b":"2026-02-28","c":"0f8fad5b-d9cb-469f-a165-70867728950e","d":"AQ==","e":"https://b","f":1}""",
            call => call.OptionalDate("b", new DateOnly(2026, 2, 28)).OptionalUuid("c", Id).OptionalBytes("d", new byte[] { 1 })
                .OptionalFile("e", "https://b", true).OptionalAny("f", 1)
        },
    };

    public static TheoryData<string, string?, Func<CallWriter, CallWriter>> Errors => new()
    {
        { "A: firstName: expected a value, got null", "firstName", call => call.Text("first_name", null!) },
        { "A: given: expected a value, got null", "given", call => call.Named("first_name", "given").Text("first_name", null!) },
        { "A: tags: expected a value, got null", "tags", call => call.Texts("tags", null!) },
        { "A: /tags/1: expected a value, got null", null, call => call.Texts("tags", ["a", null!]) },
        { "A: who: expected a value, got null", "who", call => call.Object("who", null!) },
        { "A: /all/0: expected a value, got null", null, call => call.Objects<Person>("all", [null!]) },
        { "A: /who/full_name: expected a value, got null", null, call => call.Object("who", new Person { FullName = null! }) },
        { "A: file: expected a value, got null", "file", call => call.File("file", null!, true) },
        {
            "A: /file: expected the descriptor of a staged file, got an address. Stage the file with POST /api/connectors/files first",
            "file",
            call => call.File("file", "https://b", false)
        },
        { "A: /ratio: expected a finite number, got NaN", "ratio", call => call.Number("ratio", double.NaN) },
        { "A: /cell: expected a finite number, got Infinity", "cell", call => call.Value<StringOrNumber>("cell", double.PositiveInfinity) },
        { "A: cell: expected a value, got null", "cell", call => call.Value<StringOrNumber>("cell", (string?)null) },
        {
            "A: /rows/0/1: expected a value, got null",
            null,
            call => call.Name("rows").StartArray().StartArray().Item(1).ValueItem(default(StringOrNumber))
        },
        { "A: /detail: expected a value, got a 'Detail' that holds none", "detail", call => call.Enum("detail", default(Detail)) },
        { "A: /d/1: expected a value, got a 'Detail' that holds none", null, call => call.Enums<Detail>("d", [Detail.Full, default]) },
        { "A: /to: expected a value, got a 'Target' that holds none", "to", call => call.Value("to", default(Target)) },
        { "A: /to/0: expected a value, got a 'Detail' that holds none", null, call => call.Objects<Detail>("to", [default]) },
        { "A: /per_page: expected at least 1, got 0", "perPage", call => call.OptionalInteger("per_page", 0).Minimum(0, 1) },
        { "A: /n: expected at most 1.5, got 2", "n", call => call.Number("n", 2).Maximum(2d, 1.5) },
        { "A: /n: expected more than 1, got 1", "n", call => call.Integer("n", 1).ExclusiveMinimum(1, 1) },
        { "A: /n: expected less than -0, got 0", "n", call => call.Number("n", 0).ExclusiveMaximum(0d, -0.0) },
        { "A: /c: expected at least 2 characters, got 1", "c", call => call.Text("c", "😀").MinLength("😀", 2) },
        { "A: /c: expected at most 1 character, got 2", "c", call => call.Text("c", "ab").MaxLength("ab", 1) },
        { "A: /t: expected at least 1 item, got 0", "t", call => call.Texts("t", []).MinItems(Array.Empty<string>(), 1) },
        { "A: /t: expected at most 0 items, got 1", "t", call => call.Objects<Person>("t", [Ada]).MaxItems<Person>([Ada], 0) },
        { "A: /c: expected a string that matches ^a, got 'b'", "c", call => call.Text("c", "b").Pattern("b", "^a") },
        { "A: /c: expected a string that matches ^/, got 'b'", "c", call => call.Text("c", "b").Pattern("b", "^[/]", "^/") },
        { "A: /who/age: expected at least 0, got -1", null, call => call.Object("who", new Person { FullName = "A", Age = -1 }) },
        { "A: /k: expected an additional property", "additionalProperties", call => call.OtherKey("k", ["a", "k"]) },
        { "A: /k: expected an additional property", "additionalProperties", call => call.OtherKey(new string('k', 1), ["k"]) },
        { "A: /who/kind: expected an additional property", null, call => call.Object("who", Knowing("kind")) },
        {
            "A: /in: expected at least 1, got 0",
            "folder",
            call => call.Named("x", "y").Named("in", "folder").Integer("in", 0).Minimum(0, 1)
        },
    };

    private static Person Ada { get; } = new() { FullName = "Ada" };

    private static Person Knowing(string name) =>
        new() { FullName = "Ada", AdditionalProperties = new Dictionary<string, long> { [name] = 1 } };

    [Theory]
    [MemberData(nameof(Members), DisableDiscoveryEnumeration = true)]
    public void A_member_is_written_as_JSON(string json, Func<CallWriter, CallWriter> write)
    {
        var first = write(CallWriter.Start("A")).ToCall();

        // The second time, the names come from the first call.
        var second = write(CallWriter.Start("A")).ToCall();

        first.ToString().ShouldBe("A " + json);
        second.ShouldBe(first);
    }

    [Theory]
    [MemberData(nameof(Errors), DisableDiscoveryEnumeration = true)]
    public void A_value_that_is_refused_is_named_and_leaves_nothing_behind(
        string message, string? parameter, Func<CallWriter, CallWriter> write)
    {
        var thrown = Should.Throw<ArgumentException>(() => write(CallWriter.Start("A")));

        thrown.Message.ShouldStartWith(message);
        thrown.ParamName.ShouldBe(parameter);
        CallWriter.Start("B").Text("first_name", "a").ToCall().ToString().ShouldBe("""B {"first_name":"a"}""");
        Should.Throw<ArgumentException>(() => CallWriter.Start("B").Text("first_name", null!)).ParamName.ShouldBe("firstName");
    }

    [Fact]
    public void Names_are_right_however_many_there_are_and_in_whatever_order()
    {
        // The strings are new ones each time: as many literals as the largest catalogs have, and more than any cache holds.
        var names = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get).ListOf().Resize(100);
        ForAll(names, 200, names =>
        {
            var call = CallWriter.Start("A");
            var expected = new List<string>();
            foreach (var name in names.Select(name => new string(name.AsSpan())))
            {
                call.Integer(name, 1).Key(name).Item(2).OptionalText(name, null);
                expected.AddRange([name, name]);
            }

            call.ToCall().ToJson().EnumerateObject().Select(member => member.Name).ShouldBe(expected.Select(Valid));
        });
    }

    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static void ForAll<T>(Gen<T> generator, int count, Action<T> check) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(
            FSharpOption<Replay>.Some(new Replay(new Rnd(4711, 15), FSharpOption<int>.None))),
        Prop.ForAll(generator.ToArbitrary(), check));
}
