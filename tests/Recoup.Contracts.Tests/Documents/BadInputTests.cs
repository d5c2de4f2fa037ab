using System.Text;

namespace Recoup.Contracts.Tests.Documents;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  \n", "is empty")]
    [InlineData("<html><body>502</body></html>", "got HTML or XML")]
    [InlineData("{\"actions\":[", "(1,13)")]
    [InlineData("{\"status\":\"error\",\"error\":\"no\"}", "an error answer")]
    [InlineData("[]", "got an array")]
    [InlineData("42", "got the number 42")]
    [InlineData("{\"openapi\":\"2.0\"}", "\"3.0.x\" or \"3.1.x\"")]
    public void What_is_neither_says_what_came_and_what_to_do(string text, string expected) =>
        Should.Throw<ContractException>(() => Diff.Read(text, "in.json")).Message.ShouldContain(expected);

    [Fact]
    public void A_file_that_is_not_there_is_named_with_its_full_path() =>
        Should.Throw<ContractException>(() => ContractDocument.Load("no/such.json")).Message.ShouldContain(Path.GetFullPath("no/such.json"));

    [Fact]
    public void Other_encodings_are_read_by_their_mark_and_refused_without()
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
    public void A_flaw_that_leaves_the_rest_usable_is_a_note()
    {
        var catalog = """{"actions":[{"slug":"A_B","name":"A_B","description":"","parameters":{},"connectorSlug":"a"}]}""";

        var note = Diff.Of(catalog, Diff.Catalog(Diff.Action("A_B", "{}", description: ""))).Notes.ShouldHaveSingleItem();

        note.Kind.ShouldBe(NoteKind.Input);
        note.Message.ShouldContain("RCP0004");
        note.Location!.Line.ShouldBe(1);
    }

    [Fact]
    public void A_schema_that_cannot_be_compiled_is_unproven_with_the_reason_and_equal_ones_are_no_change()
    {
        const string dangling = """{"type":"object","properties":{"a":{"$ref":"#/$defs/gone"}}}""";
        Diff.OfSchemas(dangling, """{"properties":{"a":{"$ref":"#/$defs/gone"}},"type":"object"}""").ShouldBeEmpty();

        var finding = Diff.OfSchemas(dangling, """{"type":"object"}""").ShouldHaveSingleItem();
        finding.Verdict.ShouldBe(Verdict.Unproven);
        finding.Reason.ShouldNotBeNull().ShouldStartWith("the old schema cannot be compiled");
    }
}
