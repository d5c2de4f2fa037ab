using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Recoup.Typed.Generated;
using Recoup.Typed.Tests.Samples;

namespace Recoup.Typed.Tests.Json;

/// <summary>Each value goes through the serializer as programs use it: with reflection, and with a source-generated context.</summary>
public sealed class JsonTests
{
    private static readonly JsonSerializerOptions Reflection = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSerializerOptions Context = new(Reflection) { TypeInfoResolver = SampleJsonContext.Default };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly string[] Texts = ["a"];

    private static readonly Person Ada = new()
    {
        FullName = "Ada",
        Age = 36,
        Ratio = 1.5,
        Detail = Detail.Full,
        Target = Texts,
        Cell = 1.50m,
        Boss = new Person { FullName = "Charles" },
        Tags = ["x"],
        Rows = [["a", null], [1, true]],
        Details = new Dictionary<string, Detail> { ["k"] = "v" },
        Nick = null,
        Extra = new JsonObject { ["a"] = 1 },
        Photo = "https://a",
        Born = new DateOnly(1815, 12, 10),
        AdditionalProperties = new Dictionary<string, long> { ["more"] = 7 },
    };

    private const string AdaJson = """
        {"full_name":"Ada","kind":{"of":"person"},"age":36,"ratio":1.5,"detail":"full","target":["a"],"cell":1.50,"boss":{"full_name":
        "Charles","kind":{"of":"person"}},"tags":["x"],"rows":[["a",null],[1,true]],"details":{"k":"v"},"nick":null,"extra":{"a":1},
        "photo":"https://a","born":"1815-12-10","more":7}
        """;

    private static readonly string Job = """
        {"Detail":"full","Other":"other","Target":{"full_name":"A","kind":{"of":"person"}},"Cell":1,"Person":ADA,
        "Folder":{"name":"f","unknown":[1]},"File":{"name":"a.png","mimetype":"image/png","s3key":"k"},
        "Call":{"slug":"A_DO","parameters":{"a":"ü<","b":[1,2.50]}},"Viewed":{"slug":"A_GET","parameters":{}},"Counts":{"full":1,"x":2}}
        """.Replace("ADA", AdaJson).ReplaceLineEndings("");

    public static TheoryData<bool> Serializers => new(true, false);

    [Theory]
    [MemberData(nameof(Serializers))]
    public void A_value_that_is_read_is_written_as_it_was(bool isGenerated)
    {
        var options = isGenerated ? Context : Reflection;

        var job = JsonSerializer.Deserialize(Job, TypeInfo<Job>(options)).ShouldNotBeNull();

        JsonSerializer.Serialize(job, TypeInfo<Job>(options)).ShouldBe(Job);
        job.Detail.ShouldBe(Detail.Full);
        job.Counts.ShouldNotBeNull()["x"].ShouldBe(2);
        job.Folder.ShouldNotBeNull().Name.ShouldBe("f");
        job.Person.ShouldNotBeNull().Boss.ShouldNotBeNull().FullName.ShouldBe("Charles");
        job.Person.Nick.ShouldBe(new Optional<string?>(null));
        job.Person.AdditionalProperties.ShouldBe(new Dictionary<string, long> { ["more"] = 7 });
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Absent_and_null_members_are_left_out(bool isGenerated)
    {
        var options = isGenerated ? Context : Reflection;
        var json = """
            {"full_name":"A","kind":{"of":"person"},"age":null,"detail":null,"target":null,"cell":null,"boss":null,"rows":null,"unknown":{}}
            """;

        // AdditionalProperties accepts integers only: "unknown" is one that a newer catalog describes.
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize(json, TypeInfo<Person>(options)))
            .Message.ShouldStartWith("Person: /unknown must be an integer, but is an object");
        var person = JsonSerializer.Deserialize(json.Replace(",\"unknown\":{}", ""), TypeInfo<Person>(options));
        JsonSerializer.Serialize(person!, TypeInfo<Person>(options)).ShouldBe("""{"full_name":"A","kind":{"of":"person"}}""");
    }

    [Fact]
    public void A_class_is_written_as_in_a_call()
    {
        JsonSerializer.Serialize(Ada, Reflection).ShouldBe(AdaJson.ReplaceLineEndings(""));
        CallWriter.Start("A").Object("p", Ada).ToCall().ToJson().GetProperty("p").GetRawText().ShouldBe(AdaJson.ReplaceLineEndings(""));
    }

    [Fact]
    public void The_options_of_the_serializer_count()
    {
        JsonSerializer.Serialize(new Person { FullName = "<ü>" }, Indented).ReplaceLineEndings("\n").ShouldBe("""
            {
              "full_name": "\u003C\u00FC\u003E",
              "kind": {
                "of": "person"
              }
            }
            """.ReplaceLineEndings("\n"));
        JsonSerializer.Serialize(CallWriter.Start("A").Text("a", "<").ToCall()).ShouldBe("""{"slug":"A","parameters":{"a":"\u003C"}}""");
    }

    [Fact]
    public void A_value_that_a_check_refuses_is_not_written()
    {
        var job = new Job { Detail = "a", Person = new Person { FullName = "A", Boss = new Person { FullName = "" } } };

        Should.Throw<ArgumentException>(() => JsonSerializer.Serialize(job))
            .Message.ShouldStartWith("Person: /boss/full_name: expected at least 1 character, got 0");
        Should.Throw<ArgumentException>(() => JsonSerializer.Serialize(default(Detail)))
            .Message.ShouldStartWith("Detail: expected a value, got a 'Detail' that holds none");
        Should.Throw<ArgumentException>(() => JsonSerializer.Serialize(default(Target)))
            .Message.ShouldStartWith("Target: the value: expected a value, got a 'Target' that holds none");
        Should.Throw<ArgumentException>(() => JsonSerializer.Serialize((StringOrNumber)double.NaN))
            .Message.ShouldStartWith("StringOrNumber: expected a finite number, got NaN");
    }

    public static TheoryData<string, object> Broken => new()
    {
        { "Detail", (Detail)"a\uD83D" },
        { "Detail", new Dictionary<Detail, int> { ["a\uD83D"] = 1 } },
        { "Target", (Target)"a\uD83D" },
        { "StringOrInteger", (StringOrInteger)"a\uD83D" },
        { "StringOrInteger", StringOrInteger.From(JsonValue.Create("a\uD83D")) },
        { "StringOrNumber", StringOrNumber.From(JsonValue.Create('\uD83D')) },
        { "StagedFile", StagedFile.FromAddress("https://a/\uD83D") },
        { "StagedFile", new StagedFile("a", "b", "a\uD83D") },
        { "Person", new Person { FullName = "a\uD83D" } },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void Half_of_a_surrogate_pair_is_refused_as_in_a_call(string type, object value)
    {
        var message = Should.Throw<ArgumentException>(() => JsonSerializer.Serialize(value)).Message;

        message.ShouldStartWith(type + ": ");
        message.ShouldContain("expected a string that UTF-8 can represent, got half of a surrogate pair (U+D83D)");
    }

    [Theory]
    [InlineData("""{"Detail":1}""", "$.Detail", "expected a string for Detail, got a number")]
    [InlineData("""{"Detail":"\ud800"}""", "$.Detail", "expected a string, got one that is not valid text")]
    [InlineData("""{"Cell":1.5}""", "$.Cell", "expected a string or an integer for StringOrInteger, got a number that is not one")]
    [InlineData("""{"Cell":[]}""", "$.Cell", "expected a string or an integer for StringOrInteger, got an array that is not one")]
    [InlineData("""{"Person":{"kind":{"of":"person"}}}""", "$.Person", "Person: /full_name must be present, but is missing")]
    [InlineData("""{"Person":{"full_name":"A","kind":{"of":"person"},"age":"1"}}""", "$.Person",
        "Person: /age must be an integer, but is a string that is not one")]
    [InlineData("""{"Person":{"full_name":"A","kind":{"of":"person"},"boss":{"kind":{"of":"person"}}}}""", "$.Person",
        "Person: /boss/full_name must be present, but is missing")]
    [InlineData("""{"Person":{"full_name":"A","kind":{"of":"person"},"cell":{}}}""", "$.Person",
        "Person: /cell must be a string, a number or true or false, but is an object")]
    [InlineData("""{"Person":{"full_name":"A","kind":{"of":"person"},"more":null}}""", "$.Person",
        "Person: /more must be an integer, but is null")]
    [InlineData("""{"Person":{"full_name":"A"}}""", "$.Person", "Person: /kind must be present, but is missing")]
    [InlineData("""{"Person":{"full_name":"A","kind":{"of":"robot"}}}""", "$.Person",
        "Person: /kind must be { \"of\": \"person\" }, but is {\"of\":\"robot\"}")]
    [InlineData("""{"Person":{"full_name":"A","kind":{"of":"person"},"boss":{"full_name":"B","kind":5}}}""", "$.Person",
        "Person: /boss/kind must be { \"of\": \"person\" }, but is 5")]
    [InlineData("""{"Person":[]}""", "$.Person", "Person: the value must be an object, but is an array")]
    [InlineData("""{"Call":[]}""", "$.Call", "expected a call, an object with the members slug and parameters, got another type")]
    [InlineData("""{"Call":{"parameters":{}}}""", "$.Call", "/slug: expected the slug of an action, a string")]
    [InlineData("""{"Call":{"slug":"A","parameters":[]}}""", "$.Call", "/parameters: expected the parameters of a call, an object")]
    [InlineData("""{"File":{"name":"a"}}""", "$.File", "/mimetype: expected a string")]
    [InlineData("""{"File":1}""", "$.File",
        "expected the descriptor of a staged file, an object, or the address of a file, a string")]
    public void JSON_of_another_shape_is_refused_with_its_path(string json, string path, string message)
    {
        foreach (var options in new[] { Reflection, Context })
        {
            var thrown = Should.Throw<JsonException>(() => JsonSerializer.Deserialize(json, TypeInfo<Job>(options)));

            thrown.Path.ShouldBe(path);
            thrown.Message.ShouldStartWith(message);
        }
    }

    [Fact]
    public void A_call_that_is_read_equals_the_one_that_was_written()
    {
        var call = CallWriter.Start("A_DO").Object("p", Ada).Text("t", "ü<\n\u2028😀").Number("n", 1e21).Constant("c", "{ \"a\" : 1.0 }")
            .DateTime("d", DateTimeOffset.UnixEpoch.ToOffset(TimeSpan.FromHours(1))).Bytes("b", new byte[] { 0xfb, 0xff }).ToCall();

        foreach (var options in new[] { Reflection, Context, JsonSerializerOptions.Default })
        {
            var json = JsonSerializer.Serialize(call, TypeInfo<ActionCall<JsonElement>>(options));
            JsonSerializer.Deserialize(json, TypeInfo<ActionCall<JsonElement>>(options)).ShouldBe(call);
        }
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public async Task A_call_that_is_read_can_be_executed(bool isGenerated)
    {
        var options = isGenerated ? Context : Reflection;
        using var client = Clients.Over(ScriptedHandler.Returning(
            System.Net.HttpStatusCode.OK, """{"success":true,"result":{"data":{"name":"f"},"error":null,"successful":true}}"""));
        var stored = JsonSerializer.Serialize(CallWriter.Start("A_GET").ToView<Folder>(), TypeInfo<ActionCall<Folder>>(options));

        var viewed = await client.ExecuteAsync(
            JsonSerializer.Deserialize(stored, TypeInfo<ActionCall<Folder>>(options))!,
            cancellationToken: TestContext.Current.CancellationToken);
        var raw = await client.ExecuteAsync(
            JsonSerializer.Deserialize(stored, TypeInfo<ActionCall<JsonElement>>(options))!,
            cancellationToken: TestContext.Current.CancellationToken);

        viewed.Value.Name.ShouldBe("f");
        raw.Value.GetProperty("name").GetString().ShouldBe("f");
    }

    [Fact]
    public void A_call_whose_result_is_read_by_a_function_can_only_be_written()
    {
        var json = JsonSerializer.Serialize(CallWriter.Start("A").ToCall(data => data.GetInt32()), Reflection);

        json.ShouldBe("""{"slug":"A","parameters":{}}""");
        Should.Throw<NotSupportedException>(() => JsonSerializer.Deserialize(json, TypeInfo<ActionCall<int>>(Context)))
            .Message.ShouldContain("Read it as ActionCall<JsonElement>.");
    }

    [Fact]
    public void A_view_over_nothing_is_written_as_null()
    {
        var view = ResultView.Of<Folder>(default);

        JsonSerializer.Serialize(view, Reflection).ShouldBe("null");
        JsonSerializer.Deserialize<Folder>("null").ShouldBeNull();
    }

    [Fact]
    public void An_address_is_the_JSON_of_a_file_that_the_server_fetches()
    {
        JsonSerializer.Serialize<StagedFile>("https://a", Reflection).ShouldBe("\"https://a\"");
        JsonSerializer.Deserialize<StagedFile>("\"https://a\"").ShouldBe("https://a");
    }

    [Fact]
    public void Unions_are_equal_if_a_call_would_send_equal_JSON()
    {
        var person = new Person { FullName = "A" };
        var read = JsonSerializer.Deserialize<Target>("""{"kind":{"of":"person"},"full_name":"A"}""");

        Same(person, person);
        Same(person, read);
        Same(person, new Person { FullName = "A" });
        Same(Texts, (string[])[.. Texts]);
        Same("full", Detail.Full);
        Same("full", JsonSerializer.Deserialize<Target>("\"full\""));
        Same(1, 1.0);
        Same(1, JsonSerializer.Deserialize<Target>("1.0"));
        Same(default, default);
        Target[] all = ["a", "1", 1, 1.5, true, Texts, person, default, new Person { FullName = "" }];
        all.Distinct().Count().ShouldBe(all.Length);

        static void Same(Target left, Target right)
        {
            (left == right).ShouldBeTrue($"{left} {right}");
            left.GetHashCode().ShouldBe(right.GetHashCode(), $"{left} {right}");
        }
    }

    [Fact]
    public void The_text_of_a_union_is_that_of_its_scalar_or_its_JSON()
    {
        Target[] values = ["a", 1, 1.5, true, Detail.Full, Texts, new Person { FullName = "A" }, default];

        string.Join(' ', values).ShouldBe("""a 1 1.5 true full ["a"] {"full_name":"A","kind":{"of":"person"}} """);
    }

    [Fact]
    public void An_open_enum_is_parsed_from_any_text()
    {
        Parse<Detail>("full").ShouldBe(Detail.Full);
        Detail.Full.Equals("full").ShouldBeFalse("a string is not an enum");
        ((IEquatable<Detail>)Detail.Full).Equals("full").ShouldBeTrue();
        Should.Throw<ArgumentNullException>(() => (Detail)(string)null!);
        TryParse<Detail>(null).ShouldBeFalse();

        static T Parse<T>(string text)
            where T : ISpanParsable<T>
        {
            T.TryParse(text, null, out var value).ShouldBeTrue();
            T.TryParse(text.AsSpan(), null, out var same).ShouldBeTrue();
            same.ShouldBe(value);
            T.Parse(text, null).ShouldBe(value);
            return T.Parse(text.AsSpan(), null);
        }

        static bool TryParse<T>(string? text)
            where T : IParsable<T> => T.TryParse(text, null, out _);
    }

    private static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
