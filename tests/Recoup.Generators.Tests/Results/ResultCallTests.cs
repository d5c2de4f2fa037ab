using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Results;

/// <summary>The type of a call, and the names of its views, for the schema of a result.</summary>
public sealed class ResultCallTests
{
    private const string Raw = "System.Text.Json.JsonElement";
    private const string Envelope = "\"error\":{\"type\":\"string\"},\"successful\":{\"type\":\"boolean\"}}}";

    public static TheoryData<string, string, string> Outputs => new()
    {
        {
            "an object in the envelope",
            """{"type":"object","properties":{"data":{"type":"object","properties":{"id":{"type":"string"}}},""" + Envelope,
            "Recoup.Actions.Acme.DoResult"
        },
        {
            "an envelope without error",
            """{"type":"object","properties":{"data":{"type":"object","properties":{"id":{"type":"string"}}},"successful":"""
                + """{"type":"boolean"}}}""",
            "Recoup.Actions.Acme.DoResult"
        },
        { "a payload alone", """{"type":"object","properties":{"id":{"type":"string"}}}""", "Recoup.Actions.Acme.DoResult" },
        {
            "a payload with a member called data",
            """{"type":"object","properties":{"data":{"type":"array"}}}""",
            "Recoup.Actions.Acme.DoResult"
        },
        {
            "a reference",
            """{"type":"object","properties":{"data":{"$ref":"#/$defs/D"},"successful":{"type":"boolean"}},"$defs":{"D":"""
                + """{"type":"object","properties":{"id":{"type":"string"}}}}}""",
            "Recoup.Actions.Acme.DoResult"
        },
        {
            "an envelope behind a reference",
            """{"$ref":"#/$defs/E","$defs":{"E":{"type":"object","properties":{"data":{"type":"object","properties":{"id":"""
                + """{"type":"string"}}},"successful":{"type":"boolean"}}}}}""",
            "Recoup.Actions.Acme.DoResult"
        },
        {
            "a list of texts",
            """{"type":"object","properties":{"data":{"type":"array","items":{"type":"string"}},""" + Envelope,
            "System.Collections.Generic.IReadOnlyList<string>"
        },
        {
            "a list of objects",
            """{"type":"object","properties":{"data":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"}}}},"""
                + Envelope,
            "System.Collections.Generic.IReadOnlyList<Recoup.Actions.Acme.DoResult>"
        },
        {
            "a map",
            """{"type":"object","properties":{"data":{"type":"object","additionalProperties":{"type":"integer"}},""" + Envelope,
            "System.Collections.Generic.IReadOnlyDictionary<string, long>"
        },
        {
            "a free-form object",
            """{"type":"object","properties":{"data":{"type":"object","additionalProperties":true},""" + Envelope,
            Raw
        },
        {
            "an object without properties",
            """{"type":"object","properties":{"data":{"type":"object","properties":{},"additionalProperties":false},""" + Envelope,
            Raw
        },
        { "a single value", """{"type":"object","properties":{"data":{"type":"string"},""" + Envelope, Raw },
        {
            "one of several shapes",
            """{"type":"object","properties":{"data":{"type":["string","array"],"items":{"type":"string"}},""" + Envelope,
            Raw
        },
        { "nothing", "{}", Raw },
        { "a reference to nowhere", """{"$ref":"#/$defs/none"}""", Raw },
        { "itself", """{"$ref":"#"}""", Raw },
        { "no object at all", "[]", Raw },
    };

    [Theory]
    [MemberData(nameof(Outputs))]
    public void The_call_has_the_type_of_the_payload(string what, string output, string type)
    {
        var generation = Generation.Run(
            Catalog.Of(Catalog.Action("ACME_DO", output: output)),
            $"public static class Probe {{ public static Recoup.Typed.ActionCall<{type}> Call() => Recoup.Actions.Acme.Do(); }}");

        generation.Diagnostics().ShouldBeEmpty(what);
    }

    [Fact]
    public void A_project_can_switch_views_off()
    {
        var generation = Generation.Run(
            Catalog.Of(Catalog.Action("ACME_DO", output: """{"type":"object","properties":{"id":{"type":"string"}}}""")),
            $"public static class Probe {{ public static Recoup.Typed.ActionCall<{Raw}> Call() => Recoup.Actions.Acme.Do(); }}",
            new GenerationOptions { Results = false });

        generation.Diagnostics().ShouldBeEmpty();
    }

    [Fact]
    public void A_result_without_a_C_sharp_type_is_not_reported()
    {
        var generation = Generation.Run(Catalog.Of(Catalog.AcmeAnswering(
            "DO", """{"type":"object","properties":{"a":{},"b":{"type":"any"},"c":{"$ref":"#/x"}}}""")));

        generation.Reported.Where(diagnostic =>
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains("result", StringComparison.Ordinal))
                .ShouldBeEmpty();
    }

    public static TheoryData<string, string, string> Hostile => new()
    {
        {
            "members every view has",
            """{"json":{"type":"string"},"read_text":{"type":"string"},"ReadList":{"type":"array"},"read_view":{},"read_any":{"""
                + """},"read_map":{},"read_file":{},"read_enum":{},"read_date":{},"read_date_time":{},"read_uuid":{},"read_bytes":{"""
                    + """},"read_integer":{},"read_number":{},"read_boolean":{}}""",
            "JsonValue"
        },
        {
            "members every object has",
            """{"to_string":{"type":"string"},"equals":{"type":"string"},"get_type":{"type":"string"},"get_hash_code":{},"finalize":{"""
                + """},"memberwise_clone":{},"reference_equals":{}}""",
            "ToStringValue"
        },
        { "its own name", """{"do_result":{"type":"string"},"over":{"type":"string"},"Of":{"type":"string"}}""", "DoResultValue" },
        {
            "accessors",
            """{"foo":{"type":"string"},"get_Foo":{"type":"string"},"get-Foo":{"type":"string"},"__Foo":{"type":"array"},"__foo":"""
                + """{"type":"array"}}""",
            "Foo"
        },
        {
            "keywords and symbols",
            """{"class":{"type":"string"},"Class":{"type":"string"},"+1":{"type":"integer"},"-1":{"type":"integer"},"@type":"""
                + """{"type":"string"},"":{"type":"string"},"1st":{"type":"string"}}""",
            "Minus1"
        },
        {
            "what ends literals and comments",
            """{"\"; } } /*":{"type":"string","description":"*/ </summary> \u2028 } \n #error"},"{{x}}\\":{"type":"string"},"\ud800":"""
                + """{"type":"string"}}""",
            "X"
        },
        {
            "locals of generated code",
            """{"__json":{"type":"array","items":{"enum":["__text","value"]}},"__json1":{"type":"object","additionalProperties":"""
                + """{"type":"array","items":{"type":["string","null"]}}}}""",
            "Json1"
        },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_names_in_results_do_not_become_code(string what, string properties, string property)
    {
        var generation = Generation.Run(
            Catalog.Of(Catalog.AcmeAnswering("DO", "{\"type\":\"object\",\"properties\":" + properties + "}")),
            "public static class Probe { public static object? Read(Recoup.Actions.Acme.DoResult view) => nameof(view." + property
                + "); }");

        generation.Diagnostics().ShouldBeEmpty(what);
    }

    [Fact]
    public void Equal_shapes_of_one_action_share_one_view_regardless_of_order_and_required_members()
    {
        var views = Views(Catalog.AcmeAnswering(
            "LIST_EVENTS",
            """{"type":"object","properties":{"author":{"type":"object","properties":{"id":{"type":"integer"},"login":"""
                + """{"type":"string","maxLength":39}},"required":["login"]},"events":{"type":"array","items":"""
                    + """{"type":"object","properties":"""
                + """{"at":{"type":"string"},"user":{"type":"object","properties":{"login":{"type":["string","null"]},"id":"""
                + """{"type":"integer","minimum":1}}}}}}}}"""));

        views.ShouldBe(["ListEventsResult", "ListEventsResultAuthor", "ListEventsResultEvents"]);
    }

    [Fact]
    public void Each_action_has_its_own_views()
    {
        const string payload =
            """{"type":"object","properties":{"user":{"type":"object","properties":{"id":{"type":"integer"},"login":"""
                + """{"type":"string"}}}}}""";

        Views(Catalog.AcmeAnswering("GET_ISSUE", payload), Catalog.AcmeAnswering("GET_PULL", payload))
            .ShouldBe(["GetIssueResult", "GetIssueResultUser", "GetPullResult", "GetPullResultUser"]);
    }

    [Fact]
    public void A_payload_is_named_after_its_action_even_if_other_actions_return_the_same_shape()
    {
        const string payload = """{"type":"object","properties":{"name":{"type":"string"},"id":{"type":"string"}}}""";

        Views(Catalog.AcmeAnswering("GET_USER", payload)).ShouldBe(["GetUserResult"]);
        Views(Catalog.AcmeAnswering("GET_USER", payload), Catalog.AcmeAnswering("LIST_GROUPS", payload))
            .ShouldBe(["GetUserResult", "ListGroupsResult"]);
    }

    [Fact]
    public void Results_do_not_rename_the_type_of_a_parameter()
    {
        const string parameters =
            """{"user":{"type":"object","properties":{"login":{"type":"string"}}},"state":{"enum":["a","b"]},"result_user":"""
                + """{"type":"object","properties":{"x":{"type":"string"}}}}""";
        const string payload =
            """{"type":"object","properties":{"user":{"type":"object","properties":{"login":{"type":"string"}}},"state":{"enum":"""
                + """["b","a"]}}}""";
        string[] Types(params string[] actions) =>
        [
            .. Declared(Generation.Run(Catalog.Of(actions)))
                .Where(line => line.Contains(" Do", StringComparison.Ordinal) && !line.Contains("ResultView", StringComparison.Ordinal)),
        ];

        var without = Types(Catalog.Acme("DO", parameters), Catalog.Acme("GET", "{}"));
        var with = Types(Catalog.AcmeAnswering("DO", payload, parameters), Catalog.AcmeAnswering("GET", payload));

        without.Length.ShouldBe(3);
        with.ShouldBe(without);
    }

    [Fact]
    public void A_parameter_type_takes_precedence_over_a_view_of_the_same_name()
    {
        const string parameters = """{"result_user":{"type":"object","properties":{"x":{"type":"string"}}}}""";
        const string payload = """{"type":"object","properties":{"user":{"type":"object","properties":{"login":{"type":"string"}}}}}""";

        Views(Catalog.AcmeAnswering("DO", payload, parameters)).ShouldBe(["DoResult", "Do_Result_User"]);
    }

    [Fact]
    public void The_order_of_actions_changes_nothing()
    {
        string[] actions =
        [
            Catalog.AcmeAnswering(
                "A",
                """{"type":"object","properties":{"x":{"type":"object","properties":{"p":{"type":"string"},"q":{"type":"string"}}}}}"""),
            Catalog.AcmeAnswering(
                "B",
                """{"type":"object","properties":{"y":{"type":"object","properties":{"q":{"type":"string"},"p":{"type":"string"}}}}}"""),
        ];

        Generation.Run(Catalog.Of([.. actions.Reverse()])).Sources.ShouldBe(Generation.Run(Catalog.Of(actions)).Sources);
    }

    // Each definition refers to the next one twice, and the last one to the first: 25 definitions have 2^25 paths.
    [Fact]
    public void Each_definition_of_an_exponential_result_is_bound_once()
    {
        const int levels = 25;
        var definitions = Enumerable.Range(0, levels).Select(level =>
            """
            "d@":{"type":"object","properties":{"l@":{"$ref":"#/$defs/d%"},
            "r":{"type":"array","items":{"$ref":"#/$defs/d%"}}}}
            """
                .Replace("@", Text(level), StringComparison.Ordinal).Replace("%", Text(level + 1), StringComparison.Ordinal));
        var output = "{\"$ref\":\"#/$defs/d0\",\"$defs\":{" + string.Join(",", definitions)
            + $",\"d{levels}\":{{\"type\":\"object\",\"properties\":{{\"end\":{{\"$ref\":\"#/$defs/d0\"}}}}}}}}}}";

        var generation = Generation.Run(Catalog.Of(Catalog.Action("ACME_DO", output: output)));

        generation.Diagnostics().ShouldBeEmpty();
        Declared(generation).Count().ShouldBe(levels + 1);
    }

    [Fact]
    public void A_view_reads_as_if_written_by_hand()
    {
        var generation = Generation.Run(Catalog.Of(Catalog.AcmeAnswering("FIND", """
            {"type":"object","description":"What was found.","properties":{
              "total":{"type":"integer","description":"How many there are.","minimum":0},
              "state":{"enum":["open","closed"]},
              "labels":{"type":"array","items":{"type":"string"}},
              "files":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string","examples":["a.txt"]},
              "parent":{"$ref":"#/properties/data/properties/files/items"}}}},
              "counts":{"type":"object","additionalProperties":{"type":"array","items":{"type":["number","null"]}}},
              "extra":{}
            }}
            """)));

        generation.Diagnostics().ShouldBeEmpty();
        generation.CodeOf("Acme").ShouldMatchApproved(approval =>
            approval.WithFilenameGenerator((_, _, type, extension) => $"Acme.{type}.{extension}"));
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string[] Views(params string[] actions)
    {
        var generation = Generation.Run(Catalog.Of(actions));
        generation.Diagnostics().ShouldBeEmpty();
        return [
            .. Declared(generation).Where(line => line.Contains("ResultView", StringComparison.Ordinal)).Select(line => line.Split(' ')[3]),
        ];
    }

    private static IEnumerable<string> Declared(Generation generation) => generation.CodeOf("Acme").Split('\n')
        .Select(line => line.Trim())
        .Where(line =>
            line.StartsWith("public sealed class ", StringComparison.Ordinal)
                || line.StartsWith("public readonly struct ", StringComparison.Ordinal));
}
