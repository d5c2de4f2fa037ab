using Microsoft.CodeAnalysis;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>Shapes and names whose code once did not compile, lost a branch or took too long to generate.</summary>
public sealed class ShapeTests
{
    public static TheoryData<string, string> Catalogs => new()
    {
        {
            "a parameter called like a local",
            """{"call":{"type":"string"},"__call":{"type":"string"},"given1":{"enum":["a"]},"__given1":{"enum":["b"]}}"""
        },
        { "enum values called like a field", """{"x":{"enum":["value","__value"]},"y":{"enum":["arglist","__arglist"]}}""" },
        {
            "properties called like accessors and operators",
            """{"x":{"type":"object","properties":{"foo":{"type":"string"},"get_Foo":{"type":"string"},"get-Foo":"""
                + """{"type":"string"},"op_Equality":{"type":"string"},"op-Equality":{"type":"string"},"op_Implicit":"""
                    + """{"type":"string"},"op-Implicit":{"type":"string"}}}}"""
        },
        {
            "a file twice",
            """{"x":{"anyOf":[{"type":"string","file_uploadable":true},{"type":"object","properties":{"name":"""
                + """{"type":"string"},"mimetype":{"type":"string"},"s3key":{"type":"string"}}}]}}"""
        },
        {
            "lists that differ in bounds",
            """{"x":{"anyOf":[{"type":"array","items":{"type":"string","minLength":1}},{"type":"array","items":"""
                + """{"type":"string","maxLength":5}},{"type":"boolean"}]}}"""
        },
        {
            "lists and maps that differ in null",
            """{"x":{"anyOf":[{"type":"array","items":{"type":"string"}},{"type":"array","items":{"type":["string","null"]}},"""
                + """{"type":"object","additionalProperties":{"type":"string"}},{"type":"object","additionalProperties":{"type":"""
                    + """["string","null"]}}]}}"""
        },
        {
            "lists of integers that differ in null",
            """{"x":{"anyOf":[{"type":"array","items":{"type":"integer"}},{"type":"array","items":{"type":["integer","null"]}}]}}"""
        },
        {
            "a union that is its own branch",
            """{"x":{"$ref":"#/$defs/f"}},"$defs":{"f":{"anyOf":[{"$ref":"#/$defs/f"},{"type":"string"},{"type":"integer"}]}}"""
        },
        { "a list of itself", """{"x":{"$ref":"#/$defs/l"}},"$defs":{"l":{"type":"array","items":{"$ref":"#/$defs/l"}}}""" },
        {
            "two lists of themselves",
            """{"x":{"$ref":"#/$defs/l"}},"$defs":{"l":{"anyOf":[{"type":"array","items":{"$ref":"#/$defs/l"}},{"type":"array","items":"""
                + """{"$ref":"#/$defs/l"},"minItems":1}]}}"""
        },
        {
            "all of itself",
            """{"x":{"$ref":"#/$defs/a"}},"$defs":{"a":{"allOf":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/a"}],"properties":{"p":"""
                + """{"type":"string"}}}}"""
        },
        { "an object that is its own parameters", """{"x":{"$ref":"#"}}""" },
    };

    [Theory]
    [MemberData(nameof(Catalogs))]
    public void It_compiles(string what, string properties)
    {
        var generation = Generation.Run(Catalog.Of(Catalog.Acme("DO", properties)));

        generation.Diagnostics().ShouldBeEmpty(what);
        generation.Reported.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).ShouldBeEmpty(what);
    }

    [Fact]
    public void A_class_name_in_lower_case_gets_a_capital()
    {
        var generation = Generation.Run(Catalog.Of(
            Catalog.Action("acme _DO", connector: "acme "), Catalog.Action("acme_DO", connector: "acme")));

        generation.Diagnostics().ShouldBeEmpty();
        generation.Sources.Keys.ShouldBe(
            ["acmeConnector.g.cs", "acmeConnector.Actions.g.cs", "acmeSpace.g.cs", "acmeSpace.Actions.g.cs"], ignoreOrder: true);
    }

    [Fact]
    public void A_filter_that_contains_itself_is_a_union()
    {
        var program = Program.Load(Generation.Run(
            Catalog.Of(Catalog.Acme(
                "DO",
                """{"f":{"$ref":"#/$defs/f"}},"$defs":{"f":{"anyOf":[{"type":"object","properties":{"and":{"type":"array","items":"""
                    + """{"$ref":"#/$defs/f"}}}},{"type":"string"}]}}""",
                "[\"f\"]")),
            "using Recoup.Actions; public static class Probe { public static string Run() => Acme.Do(new Acme.DoFObject { And = [\"a\", "
                + "new Acme.DoFObject { And = [] }] }).ToJson().GetRawText(); }"));

        program.Run("Run").ShouldBe("""{"f":{"and":["a",{"and":[]}]}}""");
    }

    [Fact]
    public void A_union_of_two_open_classes_keeps_both()
    {
        var program = Program.Load(Generation.Run(
            Catalog.Of(Catalog.Acme(
                "DO",
                """{"a":{"$ref":"#/$defs/a"}},"$defs":{"a":{"type":"object","properties":{"b":{"$ref":"#/$defs/b"}}},"b":"""
                    + """{"type":"object","properties":{"u":{"anyOf":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/b"}]}}}}""",
                "[\"a\"]")),
            "using Recoup.Actions; public static class Probe { public static string Run() => Acme.Do(new() { B = new() { U = new "
                + "Acme.DoAB { U = new Acme.DoA() } } }).ToJson().GetRawText(); }"));

        program.Run("Run").ShouldBe("""{"a":{"b":{"u":{"u":{}}}}}""");
    }

    [Fact]
    public void Recursive_unions_of_different_classes_are_different()
    {
        var program = Program.Load(Generation.Run(
            Catalog.Of(Catalog.Acme(
                "DO",
                """{"a":{"$ref":"#/$defs/a"},"b":{"$ref":"#/$defs/b"}},"$defs":{"a":{"type":"object","properties":{"child":{"anyOf":["""
                    + """{"type":"string"},{"$ref":"#/$defs/a"}]}}},"b":{"type":"object","properties":{"child":{"anyOf":["""
                        + """{"type":"string"},{"$ref":"#/$defs/b"}]},"more":{"type":"string"}}}}""")),
            "using Recoup.Actions; public static class Probe { public static string Run() => Acme.Do(a: new() { Child = new Acme.DoA() }, "
                + "b: new() { Child = new Acme.DoB { More = \"m\" } }).ToJson().GetRawText(); }"));

        program.Run("Run").ShouldBe("""{"a":{"child":{}},"b":{"child":{"more":"m"}}}""");
    }

    [Fact]
    public void An_enum_value_cannot_hide_a_property()
    {
        var program = Program.Load(Generation.Run(
            Catalog.Of(Catalog.Acme(
                "DO",
                """{"p":{"type":"object","properties":{"a":{"enum":["x","x2"]},"b":{"enum":["y","y2"]}}},"q":"""
                    + """{"type":"object","properties":{"a":{"enum":["x","x2):;1:b:Required:enum(y","y2"]}}}}""")),
            "using Recoup.Actions; public static class Probe { public static string Run() => Acme.Do(p: new Acme.DoP { A = \"1\", B = "
                + "\"2\" }, q: new Acme.DoQ { A = \"3\" }).ToJson().GetRawText(); }"));

        program.Run("Run").ShouldBe("""{"p":{"a":"1","b":"2"},"q":{"a":"3"}}""");
    }

    [Fact]
    public void Names_do_not_depend_on_the_position_of_an_action()
    {
        var action = Catalog.Acme(
            "DO",
            """{"a":{"$ref":"#/$defs/a"}},"$defs":{"a":{"type":"object","properties":{"u":{"anyOf":[{"type":"object","properties":{"x":"""
                + """{"$ref":"#/$defs/a"}}},{"type":"object","properties":{"y":{"$ref":"#/$defs/a"}}}]}}}}""");

        Generation.Run("\n\n\n" + Catalog.Of(action)).Sources.ShouldBe(Generation.Run(Catalog.Of(action)).Sources);
    }

    // Each definition refers to the next one twice: 60 definitions have 2^60 paths.
    [Theory]
    [InlineData("{\"type\":\"object\",\"properties\":{\"l\":{\"$ref\":\"#/$defs/d%\"},\"r\":{\"$ref\":\"#/$defs/d%\"}}}")]
    [InlineData("{\"allOf\":[{\"$ref\":\"#/$defs/d%\"},{\"$ref\":\"#/$defs/d%\"}]}")]
    [InlineData(
        "{\"anyOf\":[{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/d%\"}},{\"type\":\"object\","
            + "\"additionalProperties\":{\"$ref\":\"#/$defs/d%\"}}]}")]
    public void Each_definition_of_an_exponential_schema_is_bound_once(string definition)
    {
        const int levels = 40;
        var definitions = Enumerable.Range(0, levels).Select(level =>
            $"\"d{level}\":"
                + definition.Replace(
                    "%", (level + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var schema = "{\"x\":{\"$ref\":\"#/$defs/d0\"}},\"$defs\":{" + string.Join(",", definitions)
            + $",\"d{levels}\":{{\"type\":\"object\",\"properties\":{{\"end\":{{\"type\":\"string\"}}}}}}}}";

        var generation = Generation.Run(Catalog.Of(Catalog.Acme("DO", schema)));

        generation.Diagnostics().ShouldBeEmpty();
        generation.CodeOf("Acme").Length.ShouldBeLessThan(1_000_000);
    }
}
