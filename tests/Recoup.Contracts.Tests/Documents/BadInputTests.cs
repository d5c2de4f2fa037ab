using System.Text;

namespace Recoup.Contracts.Tests.Documents;

public sealed class BadInputTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "", "The catalog is not JSON: it is empty. Store the response of GET /api/connectors/actions" },
        { "  \n", "it is empty" },
        { "<html><body>502</body></html>", "The catalog is not JSON: it is HTML or XML. Store the response of GET" },
        { "{\"actions\":[", "(1,13)" },
        { "{\"status\":\"error\",\"error\":\"no\"}", "an error response" },
        { "[]", "got an array" },
        { "42", "got the number 42" },

        // OpenAPI documents that cannot be read
        { "{\"openapi\":\"2.0\"}", "\"3.0.x\" or \"3.1.x\"; got an OpenAPI 2.0 document: convert it to version 3.0 or 3.1" },
        { "{\"openapi\":\"3.2.0\",\"paths\":{}}", "got an OpenAPI 3.2.0 document: convert it to version 3.0 or 3.1" },
        { "{\"swagger\":\"2.0\",\"paths\":{}}", "got a Swagger 2.0 document: convert it to OpenAPI 3.0 or 3.1" },
        { "{\"swagger\":2.0}", "got a Swagger 2.0 document: convert it" },
        { "{\"openapi\":\"3.1.0\",\"paths\":{", "The OpenAPI document is not JSON: the text ends" },
        { "openapi: 3.1.0\npaths: {}\n", "The OpenAPI document is not JSON: it is YAML. Convert a YAML document to JSON first" },
        { "\uFEFF# API\r\n\r\n---\r\ninfo:\r\n  title: A\r\nopenapi: '3.0.3'\r\n", "it is YAML. Convert a YAML document to JSON" },
        { "%YAML 1.2\n---\n\"openapi\": 3.1.0\n", "it is YAML. Convert a YAML document to JSON" },
        { "swagger: '2.0'\n", "it is YAML. Convert a YAML document to JSON" },
        { "actions:\n  - slug: A_B\n", "The catalog is not JSON: it is YAML. Store the response of GET" },
        { "- slug: A_B\n", "it is YAML" },

        // Other documents
        {
            "{\"info\":{\"_postman_id\":\"a\",\"schema\":\"https://schema.getpostman.com/v2.1.0/\"},\"item\":[]}",
            "got a Postman collection"
        },
        { "{\"asyncapi\":\"3.0.0\"}", "got an AsyncAPI document" },
        { "{\"log\":{\"version\":\"1.2\",\"entries\":[]}}", "got a HAR file" },
        { "{\"data\":{\"__schema\":{}}}", "got a GraphQL schema" },
        { "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"}", "got a JSON Schema: put it into a catalog" },
        { "{\"type\":\"object\",\"properties\":{}}", "got a JSON Schema: put it into a catalog" },
        { "{\"version\":\"2.1.0\",\"runs\":[]}", "got a SARIF report" },
        { "{\"accept\":[]}", "got an accept file: give it after --accept" },
        { "{\"swagger\":\"recoup_sk_1\"}", "got a Swagger document" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_that_is_neither_a_catalog_nor_an_OpenAPI_document_is_described(string text, string expected)
    {
        var message = Should.Throw<ContractException>(() => Diff.Read(text, "in.json")).Message;

        message.ShouldContain(expected);
        message.ShouldStartWith("in.json(");
        message.ShouldNotContain("recoup_sk");
    }

    [Theory]
    [InlineData(true, true, "both catalogs nest it too deeply to be read")]
    [InlineData(false, true, "the new catalog nests it too deeply to be read")]
    [InlineData(true, false, "the old catalog nests it too deeply to be read")]
    public void An_action_that_is_too_deep_does_not_stop_the_others(bool before, bool after, string reason)
    {
        var deep = string.Concat(Enumerable.Repeat("{\"not\":", 300)) + "{}" + new string('}', 300);
        string Catalog(bool isDeep, string schema) =>
            Diff.Catalog(Diff.Action("TEST_DEEP", isDeep ? deep : "{}"), Diff.Action("TEST_ONE", schema));
        const string old = """{"type":"object","properties":{"a":{"type":"integer"}}}""";
        const string now = """{"type":"object","properties":{"a":{"type":"integer","minimum":1}}}""";
        var findings = Diff.Of(Catalog(before, old), Catalog(after, now), new DiffOptions { WireOnly = true }).Findings;

        findings.Select(finding => (finding.Action, finding.Verdict, finding.Rule.Id)).ShouldBe(
            [("TEST_ONE", Verdict.Breaking, "schema-minimum"), ("TEST_DEEP", Verdict.Unproven, "catalog-action")], ignoreOrder: true);
        findings.Single(finding => finding.Action == "TEST_DEEP").Reason.ShouldBe(reason);
    }

    [Fact]
    public void A_document_of_the_other_kind_is_named()
    {
        Should.Throw<Recoup.Catalogs.CatalogException>(() => Recoup.Catalogs.ApiSpec.Parse("{\"actions\":[]}")).Message
            .ShouldContain("got a catalog of actions: name an OpenAPI document");
        Should.Throw<Recoup.Catalogs.CatalogException>(() => Recoup.Catalogs.RecoupCatalog.Parse("{\"openapi\":\"3.1.0\"}")).Message
            .ShouldContain("got an OpenAPI 3.1.0 document: name a catalog");
    }

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

            foreach (var (start, words) in new (byte[], string)[]
            {
                ([0x1F, 0x8B, 8, 0], "compressed with gzip. Decompress it"), ([0x50, 0x4B, 3, 4], "a ZIP archive"),
                ([0x28, 0xB5, 0x2F, 0xFD], "compressed with Zstandard"), ([0x25, 0x50, 0x44, 0x46, 0x2D], "a PDF document"),
            })
            {
                var binary = Path.Combine(folder.FullName, "binary.json");
                File.WriteAllBytes(binary, start);
                Should.Throw<ContractException>(() => ContractDocument.Load(binary)).Message.ShouldContain(words);
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

    [Theory]
    [InlineData("""{"enum":["\ud800","b"]}""", """{"enum":["b"]}""")]
    [InlineData("""{"default":{"\ud800":1}}""", """{"default":{"\ud801":1}}""")]
    [InlineData("""{"properties":{"\ud800":{"type":"string"}}}""", """{"properties":{"\ud800":{"type":"integer"}}}""")]
    [InlineData("""{"type":"strin","title":"\ud800"}""", """{"type":"strin","title":"\ud801"}""")]
    public void Half_of_a_surrogate_pair_is_compared_without_an_exception(string before, string after)
    {
        Report(before, after).ShouldNotBeEmpty();
        Report(after, before).ShouldNotBeEmpty();
        Report(before, before).ShouldBeEmpty();

        static IReadOnlyList<Finding> Report(string before, string after) =>
            Diff.Of(Of(before), Of(after), new DiffOptions { WireOnly = true }).Findings;

        static string Of(string schema) => Diff.Catalog(Diff.Action("A_B", "{\"properties\":{\"a\":" + schema + "}}"));
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
