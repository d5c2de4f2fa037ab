using Recoup.CodeFixes.Tests.Driving;
using Recoup.Generators.Analyzers;
using Recoup.Tests.Driving;

namespace Recoup.CodeFixes.Tests;

public sealed class UnknownEnumValueCodeFixTests
{
    private const string Use = "Use GitHub.PickSize.Small";

    [Theory]
    [InlineData("_ = GitHub.Pick(name: \"a\", size: \"Small\");", "_ = GitHub.Pick(name: \"a\", size: GitHub.PickSize.Small);")]
    [InlineData(
        "GitHub.PickSize size = /* size */ \"smal\"; _ = size;",
        "GitHub.PickSize size = /* size */ GitHub.PickSize.Small; _ = size;")]
    [InlineData(
        "_ = GitHub.Pick(name: \"a\", size: unknown == \"\" ? \"Small\" : \"large\");",
        "_ = GitHub.Pick(name: \"a\", size: unknown == \"\" ? GitHub.PickSize.Small : \"large\");")]
    [InlineData(
        "GitHub.PickSize size = unknown; _ = size == \"SMALL\";",
        "GitHub.PickSize size = unknown; _ = size == GitHub.PickSize.Small;")]
    [InlineData(
        "const string Old = \"smal\"; GitHub.PickSize size = Old; _ = size; _ = Old.Length;",
        "const string Old = \"smal\"; GitHub.PickSize size = GitHub.PickSize.Small; _ = size; _ = Old.Length;")]
    public async Task The_string_is_replaced_with_the_named_value(string statements, string expected)
    {
        using var fixing = Fixing.Of<UnknownEnumValueAnalyzer, UnknownEnumValueCodeFix>(MarkedCode.Of(statements).Text);

        var code = await fixing.ApplyAsync(Use);

        code.ShouldBe(MarkedCode.Of(expected).Text);
        await fixing.ShouldBeCleanAsync();
    }

    [Fact]
    public async Task All_strings_of_a_project_are_replaced_at_once()
    {
        using var fixing = Fixing.Of<UnknownEnumValueAnalyzer, UnknownEnumValueCodeFix>(
            MarkedCode.Of("_ = GitHub.Pick(name: \"a\", size: \"Small\"); _ = GitHub.Pick(name: \"b\", size: \"Large\");").Text);

        (await fixing.ApplyToAllAsync()).ShouldBe(MarkedCode.Of(
            "_ = GitHub.Pick(name: \"a\", size: GitHub.PickSize.Small); _ = GitHub.Pick(name: \"b\", size: GitHub.PickSize.Large);").Text);
        await fixing.ShouldBeCleanAsync();
    }

    [Fact]
    public async Task Nothing_is_offered_if_no_value_is_near()
    {
        using var fixing = Fixing.Of<UnknownEnumValueAnalyzer, UnknownEnumValueCodeFix>(
            MarkedCode.Of("_ = GitHub.Pick(name: \"a\", size: \"enormous\");").Text);

        (await fixing.OfferedAsync()).ShouldBeEmpty();
    }
}
