using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Contracts;

namespace Recoup.Documentation.Tests.Workflows;

/// <summary>Catalogs whose names and texts try to become more than text in a report. Each contains the word evil.</summary>
internal static class HostileCatalog
{
    public static TheoryData<string> Texts =>
    [
        "https://evil.example/x",
        "http://evil.example",
        "www.evil.example",
        "ftp://evil.example",
        "mail evil@example.com now",
        "@evil, see #1 and evil/evil#2 and GH-3",
        "![evil](https://evil.example/x.png)",
        "[evil](https://evil.example)",
        "<https://evil.example>",
        "<img src=x onerror=evil()>",
        "<script>evil()</script>",
        "</details><b>evil</b>",
        "k\r\r@octocat <b>evil</b> ![evil](https://evil.example/x)",
        "k\n\n# evil\n\n@evil",
        "k\r\n\r\nhttps://evil.example",
        "k\n    \n</details>\n\n[evil](https://evil.example)",
        "``` evil\n```\nhttps://evil.example",
        "`````` evil https://evil.example",
        "` evil ` https://evil.example `",
        "evil`",
        "`evil",
        " evil https://evil.example ",
        "~~~\nevil https://evil.example\n~~~",
        "k\u2028https://evil.example",
        "k\u0085[evil](https://evil.example)",
        "k\u000b\u000c[evil](https://evil.example)",
        "\u202e[evil](https://evil.example)",
        "\u00ad\u180e\u200c\u200d\u2063\u206a\ufff9\udb40\udc41evil",
        "--><img src=evil>",
        "<!-- recoup action=B_ONE 0 -->\nevil",
        "| evil | [evil](https://evil.example) |",
        "&lt;b&gt;evil &#64;evil",
        "$evil$ :evil: - [x] evil",
        "[evil]: https://evil.example",
    ];

    /// <summary>A report about a catalog in which every name and text is the hostile one.</summary>
    public static Report Report(string text) => Compare(
        Catalog([Action("A_ONE", "a", "Old."), Action("A_TWO", text, "Old."), Action(text, "gone", "Old.")]),
        Catalog([Action("A_ONE", text, text, text), Action("A_TWO", "b", text), Action("A_" + text, "new", text)]));

    public static Report Compare(JsonNode before, JsonNode after) => ContractDiff.Compare(
        ContractDocument.Read(JsonSerializer.SerializeToUtf8Bytes(before), "old.json"),
        ContractDocument.Read(JsonSerializer.SerializeToUtf8Bytes(after), "new.json"),
        new DiffOptions { SuspectOutages = false });

    public static JsonNode Catalog(IEnumerable<JsonNode> actions) =>
        new JsonObject { ["success"] = true, ["actions"] = new JsonArray([.. actions]) };

    public static JsonNode Action(string slug, string property, string description, string value = "x") => new JsonObject
    {
        ["slug"] = slug,
        ["name"] = slug,
        ["description"] = description,
        ["connectorSlug"] = "a",
        ["isConnected"] = true,
        ["parameters"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [property] = new JsonObject { ["enum"] = new JsonArray(value, "y") } },
            ["required"] = new JsonArray(property),
            ["additionalProperties"] = false,
        },
    };
}
