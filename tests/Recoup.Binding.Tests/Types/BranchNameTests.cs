using Recoup.Binding.Types;
using Recoup.Tests.Driving;

namespace Recoup.Binding.Tests.Types;

/// <summary>The names of a union's branches survive what providers change often.</summary>
public sealed class BranchNameTests
{
    private const string Point = """{"title":"Point","type":"object","properties":{"x":{"type":"integer"}},"required":["x"]}""";
    private const string Circle = """{"$ref":"#/$defs/circle"}""";
    private const string Square =
        """{"type":"object","properties":{"kind":{"const":"square"},"side":{"type":"number"}},"required":["kind"]}""";
    private const string Label = """{"type":"object","properties":{"text":{"type":"string"}},"required":["text"]}""";
    private const string Free = """{"type":"object","properties":{"any":{"type":"string"}}}""";
    private const string Points = """{"type":"array","items":{"title":"Corner","type":"object","properties":{"y":{"type":"integer"}}}}""";

    private static readonly string[] All = [Point, Circle, Square, Label, Free, Points];
    private static readonly string[] Names =
        ["DrawV", "DrawVCircle", "DrawVCorner", "DrawVObject", "DrawVPoint", "DrawVSquare", "DrawVText"];

    [Fact]
    public void A_branch_is_named_after_its_title_its_reference_its_constant_its_required_members_or_its_kind() =>
        Types(All).ShouldBe(Names);

    [Theory]
    [InlineData("""{"type":"integer"}""", """{"type":"integer","minimum":1,"description":"New.","examples":[7]}""")]
    [InlineData("""{"y":{"type":"integer"}}""", """{"y":{"type":"integer"},"z":{"type":"integer"}}""")]
    [InlineData("""{"text":{"type":"string"}}""", """{"bold":{"type":"boolean"},"text":{"type":"string","maxLength":5}}""")]
    [InlineData("""{"side":""", """{"angle":{"type":"number"},"side":""")]
    public void A_new_bound_description_or_optional_member_renames_nothing(string old, string @new) =>
        Types(All.Select(branch => branch.Replace(old, @new, StringComparison.Ordinal))).ShouldBe(Names);

    [Fact]
    public void The_order_of_the_branches_does_not_matter() => Types(All.Reverse()).ShouldBe(Names);

    [Theory]
    [InlineData("""{"title":"Line","type":"object","properties":{"from":{"type":"string"}}}""", "DrawVLine")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"required":["b","a"]}""", "DrawVAB")]
    [InlineData("""{"type":"string"}""", null)]
    [InlineData("""{"type":"array","items":{"type":"integer"}}""", null)]
    public void Another_branch_renames_nothing(string branch, string? name) =>
        Types([branch, .. All]).ShouldBe(name is null ? Names : [.. Names.Append(name).Order(StringComparer.Ordinal)]);

    [Fact]
    public void Two_branches_with_one_title_are_named_after_what_differs() =>
        Types([
            Point,
            """{"title":"Point","type":"object","properties":{"y":{"type":"integer"}},"required":["y"]}""",
            Free,
        ]).ShouldBe(["DrawV", "DrawVObject", "DrawVX", "DrawVY"]);

    [Fact]
    public void Branches_that_are_still_alike_are_JSON_with_a_problem()
    {
        var bound = Bind([Free, """{"type":"object","properties":{"other":{"type":"integer"}}}"""]);

        bound.ParameterOf("DRAW").ShouldBe(JsonTypeModel.Instance);
        bound.Types.ShouldBeEmpty();
        bound.Problems.ShouldHaveSingleItem().ToString().ShouldBe(
            "info RCP0020: Action ACME_DRAW: 'v' is typed as JsonNode, because two of its branches have the same name");
    }

    private static IEnumerable<string> Types(IEnumerable<string> branches)
    {
        var bound = Bind(branches);
        bound.Problems.ShouldBeEmpty();
        return bound.Types;
    }

    private static Bound Bind(IEnumerable<string> branches) => Bound.Of(Catalog.Action("ACME_DRAW", $$$"""
        {"type":"object","properties":{"v":{"anyOf":[{{{string.Join(',', branches)}}}]}},"additionalProperties":false,
        "$defs":{"circle":{"type":"object","properties":{"radius":{"type":"number"}},"required":["radius"]} } }
        """, "acme"));
}
