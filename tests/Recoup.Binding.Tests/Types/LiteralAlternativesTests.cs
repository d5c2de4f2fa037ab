using Recoup.Binding.Types;
using Recoup.Tests.Driving;

namespace Recoup.Binding.Tests.Types;

public sealed class LiteralAlternativesTests
{
    [Theory]
    [InlineData("^(owner|writer)$", "owner,writer")]
    [InlineData("^(?:a|b-c|d/e)$", "a,b-c,d/e")]
    [InlineData(@"^(a\.b|c\+|\-1)$", "a.b,c+,-1")]
    [InlineData("^( |é)$", " ,é")]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("^(owner)$", null)]
    [InlineData("^(|owner)$", null)]
    [InlineData("^(owner|)$", null)]
    [InlineData("^()$", null)]
    [InlineData("(owner|writer)", null)]
    [InlineData("^owner|writer$", null)]
    [InlineData("^(a|b)(c|d)$", null)]
    [InlineData("^(a|b)|(c)$", null)]
    [InlineData("^(?=a|b)$", null)]
    [InlineData("^(?:a|b", null)]
    [InlineData("^(a.|b)$", null)]
    [InlineData("^(a+|b)$", null)]
    [InlineData("^([ab]|c)$", null)]
    [InlineData(@"^(\d|b)$", null)]
    [InlineData(@"^(a|b\)$", null)]
    [InlineData("^(a|$)$", null)]
    public void A_pattern_that_lists_texts_is_recognized(string? pattern, string? texts) =>
        LiteralAlternatives.Of(pattern).ShouldBe(texts?.Split(','));

    [Fact]
    public void A_parameter_with_such_a_pattern_is_an_open_enum_that_still_checks_it()
    {
        var bound = Bound.Of(Catalog.Acme("SHARE", """{"role":{"type":"string","pattern":"^(owner|writer)$"}}"""));

        bound.ParameterOf("SHARE").ShouldBe(new DeclaredTypeModel("ShareRole", DeclaredKind.Enum));
        bound.Acme("SHARE").Parameters.ShouldHaveSingleItem().Type.Constraints.ShouldHaveSingleItem()
            .ShouldBe(new ConstraintModel(ConstraintKind.Pattern, "^(owner|writer)$", @"\A(?:owner|writer)\z"));
        bound.Acme("SHARE").Declarations.ShouldHaveSingleItem().ShouldBeOfType<EnumDeclarationModel>().Values
            .ShouldBe([new EnumValueModel("Owner", "owner"), new EnumValueModel("Writer", "writer")]);
    }
}
