using System.Text;

namespace Recoup.Contracts.Tests.Documents;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  \n", "is empty")]
    [InlineData("<html><body>502</body></html>", "got HTML or XML")]
    [InlineData("{\"actions\":[", "(1,13)")]
    [InlineData("{\"status\":\"error\",\"error\":\"no\"}", "an error response")]
    [InlineData("[]", "got an array")]
    [InlineData("42", "got the number 42")]
    [InlineData("{\"openapi\":\"2.0\"}", "\"3.0.x\" or \"3.1.x\"")]
    public void Text_that_is_neither_a_catalog_nor_an_OpenAPI_document_is_described(string text, string expected) =>
        Should.Throw<ContractException>(() => Diff.Read(text, "in.json")).Message.ShouldContain(expected);

    [Fact]
    public void A_missing_file_is_named_with_its_full_path() =>
        Should.Throw<ContractException>(() =>
            ContractDocument.Load("no/such.json")).Message.ShouldContain(Path.GetFullPath("no/such.json"));

    [Fact]
    public void Encodings_with_a_byte_order_mark_are_read_and_others_are_rejected()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var catalog = Diff.Catalog(Diff.Action("A_B", "{}", description: "Ünï"));
            foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
            {
                var path = Path.Combine(folder.FullName, encoding.WebName + ".json");
                File.WriteAllText(path, catalog, encoding);
                ContractDocument.Load(path).Catalog!.Actions.ShouldHaveSingleItem().Description.ShouldBe("Ünï");
            }

            var latin = Path.Combine(folder.FullName, "latin.json");
            File.WriteAllBytes(latin, Encoding.Latin1.GetBytes(catalog));
            Should.Throw<ContractException>(() => ContractDocument.Load(latin)).Message.ShouldContain("not UTF-8");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_recoverable_problem_is_a_note()
    {
        var catalog = """{"actions":[{"slug":"A_B","name":"A_B","description":"","parameters":{},"connectorSlug":"a"}]}""";

        var note = Diff.Of(catalog, Diff.Catalog(Diff.Action("A_B", "{}", description: ""))).Notes.ShouldHaveSingleItem();

        note.Kind.ShouldBe(NoteKind.Input);
        note.Message.ShouldContain("RCP0004");
        note.Location!.Line.ShouldBe(1);
    }

    [Fact]
    public void A_change_of_a_schema_that_cannot_be_compiled_is_unproven()
    {
        const string dangling = """{"type":"object","properties":{"a":{"$ref":"#/$defs/gone"}}}""";
        Diff.OfSchemas(dangling, """{"properties":{"a":{"$ref":"#/$defs/gone"}},"type":"object"}""").ShouldBeEmpty();

        var finding = Diff.OfSchemas(dangling, """{"type":"object"}""").ShouldHaveSingleItem();
        finding.Verdict.ShouldBe(Verdict.Unproven);
        finding.Reason.ShouldNotBeNull().ShouldStartWith("the old schema cannot be compiled");
    }
}
