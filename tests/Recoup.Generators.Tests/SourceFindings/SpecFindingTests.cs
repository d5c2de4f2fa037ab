
namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>Compares the findings for a change of an OpenAPI document with the errors of programs that use its generated class.</summary>
public sealed class SpecFindingTests(ITestOutputHelper output)
{
    private const string Shop = """
        {"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"paths":{
          "/books":{
            "get":{"operationId":"listBooks","parameters":[
                {"name":"limit","in":"query","schema":{"type":"integer"}},
                {"name":"genre","in":"query","schema":{"type":"string","enum":["crime","poetry"]}}],
              "responses":{"200":{"description":"Books.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Shelf"}}}},
                "400":{"description":"No.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Complaint"}}}}}},
            "post":{"operationId":"addBook",
              "requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/NewBook"}}}},
              "responses":{"200":{"description":"It.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Book"}}}}}}},
          "/books/{id}":{
            "delete":{"operationId":"removeBook","parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],
            "responses":{"204":{"description":"Gone."}}}}},
        "components":{"schemas":{
          "Shelf":{"type":"object","properties":{"books":{"type":"array","items":{"$ref":"#/components/schemas/Book"}},
          "total":{"type":"integer"}},"required":["books","total"]},
          "Book":{"type":"object","properties":{"id":{"type":"string"},"price":{"type":"number"},"state":{"type":"string","enum":["new",
          "used"]},"note":{"type":["string","null"]}},"required":["id","price"]},
          "NewBook":{"type":"object","properties":{"title":{"type":"string"},"pages":{"type":"integer"}},"required":["title"]},
          "Complaint":{"type":"object","properties":{"message":{"type":"string"}},"required":["message"]}}}}
        """;

    /// <summary>The name of the change, the text before and after it, its findings, and the findings of the reverse change.</summary>
    public static TheoryData<string, string, string, string, string> Edits => new()
    {
        {
            "an operation",
            "\"delete\":{\"operationId\":\"removeBook\"",
            "\"put\":{\"operationId\":\"replaceBook\"",
            "spec-operation ShopApi.RemoveBookAsync CS1061",
            "spec-operation ShopApi.ReplaceBookAsync CS1061"
        },
        {
            "an operation whose id moves on",
            "\"delete\":{\"operationId\":\"removeBook\"",
            "\"put\":{\"operationId\":\"removeBook\"",
            "",
            ""
        },
        {
            "the id of an operation",
            "\"removeBook\"",
            "\"dropBook\"",
            "source-method ShopApi.RemoveBookAsync CS1061",
            "source-method ShopApi.DropBookAsync CS1061"
        },
        {
            "a parameter",
            "{\"name\":\"limit\",\"in\":\"query\",\"schema\":{\"type\":\"integer\"}},",
            "",
            "source-parameter ShopApi.ListBooksAsync CS1739",
            "source-order ShopApi.ListBooksAsync CS1503"
        },
        {
            "a parameter that is required",
            "\"name\":\"limit\",\"in\":\"query\"",
            "\"name\":\"limit\",\"in\":\"query\",\"required\":true",
            "source-required ShopApi.ListBooksAsync CS1503",
            ""
        },
        {
            "the type of a parameter",
            "\"name\":\"limit\",\"in\":\"query\",\"schema\":{\"type\":\"integer\"}",
            "\"name\":\"limit\",\"in\":\"query\",\"schema\":{\"type\":\"string\"}",
            "source-type ShopApi.ListBooksAsync CS1503",
            "source-type ShopApi.ListBooksAsync CS1503"
        },
        {
            "a value of an enum",
            "[\"crime\",\"poetry\"]",
            "[\"crime\",\"drama\"]",
            "source-declaration ShopApi.ListBooksGenre.Poetry CS0117",
            "source-declaration ShopApi.ListBooksGenre.Drama CS0117"
        },
        {
            "a property that is read",
            "\"total\":{\"type\":\"integer\"}},\"required\":[\"books\",\"total\"]",
            "\"sum\":{\"type\":\"integer\"}},\"required\":[\"books\",\"sum\"]",
            "source-declaration ShopApi.Shelf.Total CS1061",
            "source-declaration ShopApi.Shelf.Sum CS1061"
        },
        {
            "a property that may be missing",
            "\"required\":[\"books\",\"total\"]",
            "\"required\":[\"books\"]",
            "source-declaration ShopApi.Shelf.Total CS0266",
            ""
        },
        { "a text that may be missing", "\"required\":[\"id\",\"price\"]", "\"required\":[\"price\"]", "", "" },
        {
            "the type of a property that is read",
            "\"price\":{\"type\":\"number\"}",
            "\"price\":{\"type\":\"integer\"}",
            "",
            "source-declaration ShopApi.Book.Price CS0266"
        },
        {
            "a property that may be null",
            "\"note\":{\"type\":[\"string\",\"null\"]}",
            "\"note\":{\"type\":\"string\"}",
            "",
            "source-declaration ShopApi.Book.Note CS0029"
        },
        {
            "a property that is written",
            "\"pages\":{\"type\":\"integer\"}",
            "\"sheets\":{\"type\":\"integer\"}",
            "source-declaration ShopApi.NewBook.Pages CS0117",
            "source-declaration ShopApi.NewBook.Sheets CS0117"
        },
        {
            "a property that must be set",
            "\"required\":[\"title\"]",
            "\"required\":[\"title\",\"pages\"]",
            "source-declaration ShopApi.NewBook.Pages CS9035",
            ""
        },
        {
            "the type of a property that is written",
            "\"pages\":{\"type\":\"integer\"}",
            "\"pages\":{\"type\":\"number\"}",
            "",
            "source-declaration ShopApi.NewBook.Pages CS0266"
        },
        {
            "the name of a component",
            "/Shelf\"",
            "/Rack\"",
            "source-result ShopApi.ListBooksAsync CS0426",
            "source-result ShopApi.ListBooksAsync CS0426"
        },
        {
            "an answer",
            "\"200\":{\"description\":\"It.\",\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Book\"}}}}",
            "\"204\":{\"description\":\"Done.\"}",
            "source-result ShopApi.AddBookAsync CS0266",
            ""
        },
        {
            "the body of an error",
            "\"message\":{\"type\":\"string\"}},\"required\":[\"message\"]",
            "\"text\":{\"type\":\"string\"}},\"required\":[\"text\"]",
            "source-declaration ShopApi.Complaint.Message CS1061",
            "source-declaration ShopApi.Complaint.Text CS1061"
        },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_change_of_a_document(string what, string replaced, string by, string there, string back)
    {
        var edited = Shop.Replace(replaced, by);
        if (what == "the name of a component")
            edited = edited.Replace("\"Shelf\"", "\"Rack\"");
        edited.ShouldNotBe(Shop);

        Findings(Shop, edited).ShouldBe(there, what);
        Findings(edited, Shop).ShouldBe(back, what + ", the way back");
    }

    [Fact]
    public void A_property_that_only_requests_contain_can_be_null()
    {
        var both = Shop.Replace("\"required\":[\"title\"]", "\"required\":[\"title\",\"pages\"]")
            .Replace("\"It.\",\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Book\"",
                "\"It.\",\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/NewBook\"");
        var written = both.Replace("\"pages\":{\"type\":\"integer\"", "\"pages\":{\"type\":\"integer\",\"writeOnly\":true");

        Findings(written, both).ShouldBe("source-declaration ShopApi.NewBook.Pages CS0266");
        Findings(both, written).ShouldBe("source-declaration ShopApi.NewBook.Pages CS0266");
    }

    [Fact]
    public void An_operation_that_is_no_longer_generated_has_no_method()
    {
        var text = Shop.Replace("\"required\":true,\"content\":{\"application/json\"", "\"required\":true,\"content\":{\"text/plain\"");

        Findings(Shop, text).ShouldBe("source-method ShopApi.AddBookAsync CS1061");
        Findings(text, Shop).ShouldBe("");
    }

    [Fact]
    public void Real_documents_break_exactly_where_a_finding_says_so()
    {
        var (social, shop) = (File.ReadAllText(TestData.Spec), File.ReadAllText(TestData.ShopSpec));

        foreach (var (before, after) in ((string, string)[])[
            (social, social), (shop, shop), (social, Strict(social)), (Strict(social), social), (shop, Strict(shop)), (Strict(shop), shop)
        ])
            Findings(before, after);
    }

    [Fact]
    public void Every_change_of_a_parameter_a_body_and_a_result_breaks_exactly_where_a_finding_says_so()
    {
        string[] values =
        [
            """{"type":["string","null"]}""", """{"type":"integer"}""", """{"type":["integer","null"]}""",
            """{"enum":["a","b",null]}""", """{"type":["string","integer","null"]}""",
            """{"type":["array","null"],"items":{"type":"integer"}}""", """{"type":"array","items":{"type":["integer","null"]}}""",
        ];
        var states = values.SelectMany(value => new[] { (value, true), (value, false) }).ToList();
        var pairs = (from before in states from after in states select (before, after)).ToList();

        Findings(Document(pairs.Select(pair => pair.before)), Document(pairs.Select(pair => pair.after)));
    }

    private static string Document(IEnumerable<(string Value, bool IsRequired)> values) =>
        """{"openapi":"3.1.0","info":{"title":"","version":""},"paths":{"""
        + string.Join(",\n", values.Select((value, i) => Operation(i, value.Value, value.IsRequired ? "true" : "false")))
        + "}}";

    private static string Operation(int number, string value, string isRequired) => """
        "/qNUMBER":{
          "get":{"operationId":"queryNUMBER",
            "parameters":[{"name":"p","in":"query","required":REQUIRED,"schema":VALUE}],
            "responses":{"204":{"description":""}}},
          "put":{"operationId":"readNUMBER",
            "responses":{"200":{"description":"","content":{"application/json":{"schema":VALUE}}}}},
          "post":{"operationId":"sendNUMBER",
            "requestBody":{"required":REQUIRED,"content":{"application/json":{"schema":VALUE}}},
            "responses":{"204":{"description":""}}}}
        """
        .Replace("NUMBER", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("REQUIRED", isRequired, StringComparison.Ordinal)
        .Replace("VALUE", value, StringComparison.Ordinal);

    /// <summary>The document with strings instead of integers and without required members.</summary>
    private static string Strict(string spec)
    {
        var root = System.Text.Json.Nodes.JsonNode.Parse(spec)!;
        foreach (var schema in Objects(root).ToList())
        {
            if (schema["type"] is System.Text.Json.Nodes.JsonValue type && type.TryGetValue<string>(out var name) && name == "integer")
                schema["type"] = "string";
            if (schema["properties"] is not null)
                schema.Remove("required");
        }

        return root.ToJsonString();
    }

    private static IEnumerable<System.Text.Json.Nodes.JsonObject> Objects(System.Text.Json.Nodes.JsonNode? node) => node switch
    {
        System.Text.Json.Nodes.JsonObject value => value.SelectMany(member => Objects(member.Value)).Append(value),
        System.Text.Json.Nodes.JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    private string Findings(string before, string after)
    {
        var pair = PinnedPair.OfSpecs(before, after);
        pair.Disagreements.ShouldBeEmpty();
        var findings = pair.Report.Differences.Where(finding => finding.Source is not null).ToList();
        output.WriteLine($"{pair.Uses.Count} uses, {pair.Errors.Count} refused, {findings.Count} findings");
        return string.Join(", ", findings.Select(finding => $"{finding.Rule.Id} {finding.Source!.Member} "
            + (finding.Source.Uses ?? finding.Source.NamedCalls ?? finding.Source.ShortestCalls ?? finding.Source.PositionalCalls))
                .Order(StringComparer.Ordinal));
    }
}
