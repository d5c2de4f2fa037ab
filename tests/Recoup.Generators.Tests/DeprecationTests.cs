using Microsoft.CodeAnalysis;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

public sealed class DeprecationTests
{
    private const string Old = "\"deprecated\":true";

    private static readonly string[] Actions =
    [
        Catalog.Action("ACME_OLD_SCHEMA", "{\"type\":\"object\"," + Old + "}", "acme"),
        Catalog.Action("ACME_OLD_ENTRY", "{\"type\":\"object\"}", "acme")
            .Replace("\"isConnected\"", Old + ",\"isConnected\"", StringComparison.Ordinal),
        Catalog.Action("ACME_OLD_REFERENCE", "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"type\":\"object\"," + Old + "}}}", "acme"),
        Catalog.Action("ACME_OLD_IN_WORDS", "{\"type\":\"object\"}", "acme", description: "Deprecated: use another action."),
        Catalog.Acme("PARAMETER", "{\"x\":{\"type\":\"string\"," + Old + "}}"),
        Catalog.Acme(
            "MEMBER",
            "{\"x\":{\"type\":\"object\",\"properties\":{\"old\":{\"type\":\"string\"," + Old + "},\"must\":{\"type\":\"string\"," + Old
                + "},\"far\":{\"$ref\":\"#/properties/x/properties/old\"},\"now\":{\"type\":\"string\"}},\"required\":[\"must\"]}}"),
        Catalog.Acme("TYPE", "{\"x\":{\"type\":\"object\"," + Old + ",\"properties\":{\"a\":{\"type\":\"string\"}}}}"),
        Catalog.Acme(
            "TYPES",
            "{\"x\":{\"type\":\"object\"," + Old + ",\"properties\":{\"a\":{\"type\":\"string\"}}},"
                + "\"y\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}"),
        Catalog.Acme("VALUE", "{\"x\":{\"oneOf\":[{\"const\":\"old\"," + Old + "},{\"const\":\"now\"}]}}"),
        Catalog.Acme("VALUES", "{\"x\":{\"type\":\"string\",\"enum\":[\"a\",\"b\"]," + Old + "}}"),
        Catalog.Acme(
            "BRANCH",
            "{\"x\":{\"anyOf\":[{\"title\":\"Old\",\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}," + Old + "},"
                + "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}]}}"),
        Catalog.Acme(
            "UNION",
            "{\"x\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"array\",\"items\":{\"type\":\"string\"}}]," + Old + "}}"),
        Catalog.Acme(
            "BEHIND",
            "{\"x\":{\"type\":\"object\",\"properties\":{"
                + "\"old\":{\"type\":\"string\"," + Old + "},"
                + "\"all\":{\"allOf\":[{\"$ref\":\"#/properties/x/properties/old\"}]},"
                + "\"any\":{\"anyOf\":[{\"$ref\":\"#/properties/x/properties/old\"},{\"type\":\"null\"}]},"
                + "\"one\":{\"oneOf\":[{\"type\":\"string\"," + Old + "},{\"type\":\"integer\"," + Old + "}]},"
                + "\"half\":{\"oneOf\":[{\"type\":\"string\"," + Old + "},{\"type\":\"integer\"}]},"
                + "\"loop\":{\"anyOf\":[{\"$ref\":\"#/properties/x/properties/loop\"},{\"type\":\"string\"}]},"
                + "\"part\":{\"allOf\":[{\"type\":\"object\"," + Old + ",\"properties\":{\"a\":{\"type\":\"string\"}}},"
                + "{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}}]}}}}"),
        Catalog.Action("ACME_OLD_ALL", "{\"allOf\":[{\"type\":\"object\"," + Old + "}]}", "acme"),
        Catalog.AcmeAnswering(
            "ANSWER",
            "{\"type\":\"object\",\"properties\":{\"old\":{\"type\":\"string\"," + Old + "},\"gone\":{\"type\":\"object\"," + Old
                + ",\"properties\":{\"a\":{\"type\":\"string\"}}},\"now\":{\"type\":\"string\"}}}"),
    ];

    /// <summary>Each use of something deprecated is warned about, and nothing in the generated files is.</summary>
    [Theory]
    [InlineData("Acme.OldSchema()", true)]
    [InlineData("Acme.OldEntry()", true)]
    [InlineData("Acme.OldReference()", true)]
    [InlineData("(System.Delegate)Acme.OldSchema", true)]
    [InlineData("Acme.OldInWords()", false)]
    [InlineData("Acme.Parameter(x: \"a\")", false)]
    [InlineData("new Acme.MemberX { Must = \"a\", Old = \"b\" }", true)]
    [InlineData("new Acme.MemberX { Must = \"a\", Far = \"b\" }", true)]
    [InlineData("new Acme.MemberX { Must = \"a\", Now = \"b\" }", false)]
    [InlineData("new Acme.BehindX { All = \"b\" }", true)]
    [InlineData("new Acme.BehindX { Any = \"b\" }", true)]
    [InlineData("new Acme.BehindX { One = \"b\" }", true)]
    [InlineData("new Acme.BehindX { Half = \"b\" }", false)]
    [InlineData("new Acme.BehindX { Loop = null }", false)]
    [InlineData("new Acme.BehindX { Part = null }", true)]
    [InlineData("(Acme.BehindXPart)null!", true)]
    [InlineData("Acme.OldAll()", true)]
    [InlineData("new Acme.TypeX { A = \"a\" }", true)]
    [InlineData("Acme.Type(x: new() { A = \"a\" })", false)] // The name of the type is not written.
    [InlineData("Acme.Types(y: new Acme.TypesY { A = \"a\" })", false)]
    [InlineData("Acme.Types(x: new Acme.TypesX { A = \"a\" })", true)]
    [InlineData("Acme.ValueX.Old", true)]
    [InlineData("Acme.ValueX.Now", false)]
    [InlineData("Acme.ValuesX.A", true)]
    [InlineData("Acme.Branch(x: new Acme.BranchXOld { A = \"a\" })", true)]
    [InlineData("Acme.Branch(x: [\"a\"])", false)]
    [InlineData("(Acme.UnionX)\"a\"", true)]
    [InlineData("Recoup.Typed.ResultView.Of<Acme.AnswerResult>(default(System.Text.Json.JsonElement)).Old!", true)]
    [InlineData("Recoup.Typed.ResultView.Of<Acme.AnswerResult>(default(System.Text.Json.JsonElement)).Gone!", true)]
    [InlineData("Recoup.Typed.ResultView.Of<Acme.AnswerResult>(default(System.Text.Json.JsonElement)).Now!", false)]
    public void A_use_of_something_deprecated_is_warned_about(string use, bool isDeprecated)
    {
        var generation = Generation.Run(
            Catalog.Of(Actions), $"using Recoup.Actions;\npublic static class Probe {{ public static object Use() => {use}; }}");

        var diagnostics = generation.Diagnostics();
        diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        diagnostics.Select(diagnostic => diagnostic.Id).Distinct().ShouldBe(isDeprecated ? ["CS0618"] : []);
        diagnostics.ShouldAllBe(diagnostic => diagnostic.Location.SourceTree!.FilePath == "Program.cs");
    }

    [Fact]
    public void Documentation_says_it_where_an_attribute_cannot()
    {
        var code = Generation.Run(Catalog.Of(Actions)).CodeOf("Acme");

        code.ShouldContain("/// x\n    /// Deprecated.\n    /// </param>");
        code.ShouldContain("/// must\n        /// Deprecated.\n        /// </summary>\n        public required string Must");
    }

    [Fact]
    public void A_file_without_anything_deprecated_is_not_changed() =>
        Generation.Run(Catalog.Of(Catalog.Acme("DO", "{\"x\":{\"type\":\"string\",\"deprecated\":false}}"))).CodeOf("Acme")
            .ShouldNotContain("CS0618");
}
