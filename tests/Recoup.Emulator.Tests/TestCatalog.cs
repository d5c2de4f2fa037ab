using System.Text.Json;
using Recoup.Catalogs;

namespace Recoup.Emulator.Tests;

/// <summary>A small catalog: a connected connector, an unconnected one, one with results, and a meta-action.</summary>
internal static class TestCatalog
{
    public const string Update = "GOOGLESHEETS_BATCH_UPDATE";
    public const string ValidUpdate = """{"spreadsheet_id":"1AbC","sheet_name":"Streams","values":[["Artist","Plays"],["Ada",42]]}""";
    public const string Post = "LINKEDIN_CREATE_POST";
    public const string ValidPost = """{"commentary":"New release"}""";
    public const string Issue = "GITHUB_CREATE_ISSUE";
    public const string ValidIssue = """{"owner":"ada","repo":"engine","title":"Bug"}""";
    public const string Meta = "COMPOSIO_SEARCH_TOOLS";

    public const string Text = """
        {"success":true,"actions":[
          {"slug":"GOOGLESHEETS_BATCH_UPDATE","name":"Batch update","description":"Writes values.","parameters":{"type":"object","properties":{
            "spreadsheet_id":{"type":"string"},"sheet_name":{"type":"string","minLength":1},
            "values":{"type":"array","items":{"type":"array","items":{"type":["string","number","boolean","null"]}}}},
            "required":["spreadsheet_id","sheet_name","values"],"additionalProperties":false,"$schema":"http://json-schema.org/draft-07/schema#"},
            "connectorSlug":"googlesheets","isConnected":true},
          {"slug":"GITHUB_CREATE_ISSUE","name":"Create an issue","description":"","parameters":{"type":"object","properties":{
            "owner":{"type":"string"},"repo":{"type":"string"},"title":{"type":"string"}},"required":["owner","repo","title"]},
            "connectorSlug":"github","isConnected":true,"outputParameters":{"type":"object","properties":{
            "number":{"type":"integer","minimum":1},"html_url":{"type":"string"}},"required":["number","html_url"]}},
          {"slug":"LINKEDIN_CREATE_POST","name":"Create a post","description":"Publishes a post.","parameters":{"type":"object","properties":{
            "commentary":{"type":"string","maxLength":100},
            "cover":{"type":"string"},
            "images":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"mimetype":{"type":"string"},"s3key":{"type":"string"}},
              "required":["name","mimetype","s3key"],"additionalProperties":false}}},
            "required":["commentary"],"additionalProperties":false},"connectorSlug":"linkedin","isConnected":false},
          {"slug":"COMPOSIO_SEARCH_TOOLS","name":"Search tools","description":"Finds tools.","parameters":{},"connectorSlug":"composio","isConnected":true}
        ]}
        """;

    public static RecoupCatalog Catalog { get; } = RecoupCatalog.Parse(Text);

    public static JsonElement Json(string text) => JsonElement.Parse(text);
}
