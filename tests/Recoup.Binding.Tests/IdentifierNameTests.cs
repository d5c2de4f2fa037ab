using Microsoft.CodeAnalysis.CSharp;
using Recoup.Binding.Names;

namespace Recoup.Binding.Tests;

/// <summary>Which names C# and generated code keep for themselves, and how symbols are named.</summary>
public sealed class IdentifierNameTests
{
    public static TheoryData<string> ReservedKeywords => new(SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText));

    public static TheoryData<string> ContextualKeywords => new(SyntaxFacts.GetContextualKeywordKinds().Select(SyntaxFacts.GetText));

    [Theory]
    [MemberData(nameof(ReservedKeywords))]
    public void A_keyword_of_the_compiler_is_one(string word)
    {
        Identifier.IsKeyword(word).ShouldBe(!word.StartsWith("__", StringComparison.Ordinal));
        (Identifier.IsKeyword(word) || Identifier.IsReserved(word)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(ContextualKeywords))]
    public void A_word_that_is_a_keyword_in_places_only_is_none(string word) => Identifier.IsKeyword(word).ShouldBeFalse();

    [Theory]
    [InlineData("+-/\\*=", "Plus|Minus|Slash|Backslash|Star|Equals")]
    [InlineData("<>!?%&|", "Less|Greater|Not|Question|Percent|And|Or")]
    [InlineData("#@$.,:;~^", "Sharp|At|Dollar|Dot|Comma|Colon|Semicolon|Tilde|Caret")]
    [InlineData("()[]{}", "Open|Close|OpenBracket|CloseBracket|OpenBrace|CloseBrace")]
    [InlineData("\"'` _", "Quote|Apostrophe|Backtick|Space|Underscore")]
    public void A_symbol_alone_has_a_name(string symbols, string names)
    {
        symbols.Select(symbol => Identifier.Pascal($"{symbol}")).ShouldBe(names.Split('|'));
        Identifier.Pascal(symbols).ShouldBe(names.Replace("|", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("__x", true)]
    [InlineData("get_x", true)]
    [InlineData("set_x", true)]
    [InlineData("init_x", true)]
    [InlineData("add_x", true)]
    [InlineData("remove_x", true)]
    [InlineData("op_x", true)]
    [InlineData("_x", false)]
    [InlineData("getx", false)]
    [InlineData("Get_x", false)]
    [InlineData("x_get_", false)]
    public void Names_of_accessors_operators_and_locals_are_reserved(string name, bool isReserved) =>
        Identifier.IsReserved(name).ShouldBe(isReserved);

    [Theory]
    [InlineData("a", true)]
    [InlineData("z", true)]
    [InlineData("az", true)]
    [InlineData("`", false)]
    [InlineData("{", false)]
    [InlineData("aB", false)]
    [InlineData("a1", false)]
    [InlineData("é", false)]
    public void A_small_name_has_the_letters_a_to_z_only(string name, bool isSmall) => Identifier.IsSmall(name).ShouldBe(isSmall);

    [Theory]
    [InlineData("Typed", true)]
    [InlineData("Generated", true)]
    [InlineData("", false)]
    [InlineData("typed", false)]
    public void Namespaces_of_the_runtime_are_known(string name, bool isOfRuntime) => Identifier.IsOfRuntime(name).ShouldBe(isOfRuntime);

    [Theory]
    [InlineData("Name", null)]
    [InlineData("_name1", null)]
    [InlineData("größe", null)]
    [InlineData("class", "it is a keyword")]
    [InlineData("", "it is not a C# identifier: use only letters, digits and underscores, and no digit at the start")]
    [InlineData("1a", "it is not a C# identifier: use only letters, digits and underscores, and no digit at the start")]
    [InlineData("a-b", "it is not a C# identifier: use only letters, digits and underscores, and no digit at the start")]
    [InlineData("get_a", "names of this form are reserved for the compiler and for generated code")]
    public void A_chosen_name_that_cannot_be_used_has_a_reason(string name, string? reason) =>
        Identifier.WhyUnusable(name, takesKeyword: false).ShouldBe(reason);

    [Fact]
    public void A_keyword_can_be_chosen_where_it_is_escaped()
    {
        Identifier.WhyUnusable("class", takesKeyword: true).ShouldBeNull();
        Identifier.WhyUnusable("name", takesKeyword: true).ShouldBeNull();
    }

    [Fact]
    public void A_chosen_name_may_be_as_long_as_a_generated_one()
    {
        Identifier.WhyUnusable(new string('a', Identifier.MaxLength), takesKeyword: false).ShouldBeNull();
        Identifier.WhyUnusable(new string('a', Identifier.MaxLength + 1), takesKeyword: false)
            .ShouldBe("it has more than 120 characters");
    }

    [Theory]
    [InlineData("a.b c", "aDotbSpacec", "ADotBSpaceC")]
    [InlineData("a_b", "a_b", "A_B")]
    [InlineData("x\u0301y", "x_y", "X_Y")]
    public void A_spelling_keeps_what_differs(string wireName, string spelled, string pascal)
    {
        Identifier.Spelled(wireName).ShouldBe(spelled);
        Identifier.SpelledPascal(wireName).ShouldBe(pascal);
    }
}
