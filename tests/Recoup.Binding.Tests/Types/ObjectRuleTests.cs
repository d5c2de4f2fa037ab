using Recoup.Tests.Driving;

namespace Recoup.Binding.Tests.Types;

/// <summary>Each rule that no type expresses is reported at its keyword.</summary>
public sealed class ObjectRuleTests
{
    private const string A = """ "properties":{"a":{"type":"string"}} """;
    private const string Choice = """ "oneOf":[{"required":["a"]},{"required":["b"]}] """;

    [Theory]
    [InlineData("{" + A + "," + Choice + "}", "/oneOf")]
    [InlineData("{" + A + ""","allOf":[{"title":"x"},{""" + Choice + "}]}", "/allOf/1/oneOf")]
    [InlineData("{" + A + ""","if":{"required":["a"]},"then":{""" + Choice + "}}", "/if", "/then/oneOf")]
    [InlineData("{" + A + ""","if":{"required":["a"]},"else":{""" + Choice + "}}", "/if", "/else/oneOf")]
    [InlineData("{" + A + ""","if":{""" + Choice + """},"then":{"$ref":"#/if"}}""", "/if", "/if/oneOf")]
    [InlineData("{" + A + ""","dependentSchemas":{"a":{""" + Choice + "}}}", "/dependentSchemas/a", "/dependentSchemas/a/oneOf")]
    [InlineData("{" + A + ""","dependencies":{"a":{""" + Choice + "}}}", "/dependencies/a", "/dependencies/a/oneOf")]
    [InlineData("{" + A + ""","$ref":"#/$defs/x/y"}""", "/$ref")]
    [InlineData("{" + A + ""","allOf":[{"const":{"b":1}}]}""", "/allOf/0/const")]
    public void A_rule_is_reported_at_its_keyword(string schema, params string[] pointers) =>
        Bound.Of(Catalog.Action("ACME_DO", schema, "acme")).Problems
            .Where(problem => problem.Descriptor.Id == "RCP0026").Select(problem => problem.Pointer)
            .ShouldBe(pointers.Select(pointer => "/parameters" + pointer));

    [Fact]
    public void A_constant_object_may_have_other_members()
    {
        var bound = Bound.Of(Catalog.Action("ACME_DO", "{" + A + ""","allOf":[{"const":{"b":1}}]}""", "acme"));

        bound.Acme("DO").Additional.ShouldNotBeNull();
        bound.Acme("DO").Rules.ShouldBe(["'const' is an object, so members may have other names"]);
    }

    [Fact]
    public void Two_references_that_lead_nowhere_leave_the_object_open() =>
        Bound.Of(Catalog.Action("ACME_DO", "{" + A + ""","allOf":[{"$ref":"#/$defs/x"},{"$ref":"#/$defs/y"}]}""", "acme"))
            .Acme("DO").Additional.ShouldNotBeNull();

    [Fact]
    public void Referenced_alternatives_are_named_by_their_titles() => Bound.Of(Catalog.Action("ACME_DO", "{" + A + """
            ,"oneOf":[{"$ref":"#/$defs/x"},{"$ref":"#/$defs/y"}],
            "$defs":{"x":{"title":"By a","required":["a"]},"y":{"title":"By b","required":["b"]}}}
            """, "acme")).Acme("DO").Rules
        .ShouldBe(["'oneOf' demands exactly one of 2 alternatives: 'By a' or 'By b'"]);

    [Fact]
    public void Names_that_an_alternative_mentions_or_requires_are_parameters() => Bound.Of(Catalog.Action("ACME_DO", "{" + A + """
            ,"anyOf":[{"if":{"required":["c"]},"then":{"required":["b"]}},{"required":["d"]}]}
            """, "acme")).Acme("DO").Parameters
        .Select(parameter => parameter.WireName).ShouldBe(["a", "b", "c", "d"], ignoreOrder: true);

    [Theory]
    [InlineData("then")]
    [InlineData("else")]
    public void A_branch_without_a_condition_describes_nothing(string keyword)
    {
        var bound = Bound.Of(Catalog.Action(
            "ACME_DO", "{" + A + $",\"{keyword}\":" + """{"properties":{"b":{"type":"string"}}}}""", "acme"));

        bound.Acme("DO").Parameters.Select(parameter => parameter.WireName).ShouldBe(["a"]);
        bound.Problems.ShouldBeEmpty();
    }
}
