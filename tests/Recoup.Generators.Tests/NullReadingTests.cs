using System.Text.Json;
using Recoup.Binding.Actions;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Tests.Driving;
using Recoup.Typed;

namespace Recoup.Generators.Tests;

/// <summary>A method offers null exactly where the emulator accepts it. The comparison has the same spellings in its matrix.</summary>
public sealed class NullReadingTests
{
    [Theory]
    [InlineData(true, """{"type":["string","null"]}""")]
    [InlineData(true, """{"type":"string","nullable":true}""")]
    [InlineData(true, """{"type":"string","nullable":true,"enum":["a","b"]}""")]
    [InlineData(true, """{"type":"string","nullable":true,"enum":["a",null]}""")]
    [InlineData(true, """{"type":"string","nullable":true,"const":"a"}""")]
    [InlineData(true, """{"nullable":true,"enum":["a","b"]}""")]
    [InlineData(true, """{"nullable":true,"allOf":[{"$ref":"#/$defs/letters"}]}""")]
    [InlineData(true, """{"nullable":true,"$ref":"#/$defs/letters"}""")]
    [InlineData(true, """{"nullable":true,"oneOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}""")]
    [InlineData(true, """{"nullable":true,"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}""")]
    [InlineData(true, """{"$ref":"#/$defs/letters_or_null"}""")]
    [InlineData(true, """{"type":["string","null"],"enum":["a",null]}""")]
    [InlineData(true, """{"enum":["a","b",null]}""")]
    [InlineData(true, """{"anyOf":[{"type":"string","enum":["a"]},{"type":"null"}]}""")]
    [InlineData(true, """{"anyOf":[{"enum":["a"]},{"enum":[null]}]}""")]
    [InlineData(true, """{"oneOf":[{"const":"a"},{"const":null}]}""")]
    [InlineData(true, """{"anyOf":[{"type":"string","nullable":true,"enum":["a"]},{"type":"integer"}]}""")]
    [InlineData(true, """{"type":["integer","null"],"minimum":1}""")]
    [InlineData(false, """{"type":"string","enum":["a","b"]}""")]
    [InlineData(false, """{"type":["string","null"],"enum":["a","b"]}""")]
    [InlineData(false, """{"type":["string","null"],"const":"a"}""")]
    [InlineData(false, """{"type":"string","enum":["a",null]}""")]
    [InlineData(false, """{"type":"string","nullable":false,"enum":["a"]}""")]
    [InlineData(false, """{"type":["string","null"],"anyOf":[{"type":"string","minLength":1},{"enum":["a"]}]}""")]
    [InlineData(false, """{"type":"string","anyOf":[{"pattern":"^a"},{"type":"null"}]}""")]
    [InlineData(true, """{"oneOf":[{"type":["string","null"]},{"type":"integer"}]}""")]
    [InlineData(true, """{"type":["string","null"],"allOf":[{"minLength":1}]}""")]
    [InlineData(true, """{"type":["string","null"],"not":{"const":"a"}}""")]
    [InlineData(true, """{"allOf":[{"$ref":"#/$defs/letters_or_null"}]}""")]
    [InlineData(true, """{"anyOf":[{"$ref":"#/$defs/letters_or_null"},{"type":"integer"}]}""")]
    [InlineData(false, """{"oneOf":[{"type":["string","null"]},{"type":["integer","null"]}]}""")]
    [InlineData(false, """{"oneOf":[{"$ref":"#/$defs/letters_or_null"},{"type":"null"}]}""")]
    [InlineData(false, """{"oneOf":[{"$ref":"#/$defs/letters_or_null"},{"type":"integer","nullable":true}]}""")]
    [InlineData(false, """{"type":["string","null"],"allOf":[{"$ref":"#/$defs/letters"}]}""")]
    [InlineData(false, """{"type":["string","null"],"allOf":[{"type":"string","minLength":1}]}""")]
    [InlineData(false, """{"type":["string","null"],"not":{"type":"null"}}""")]
    [InlineData(false, """{"anyOf":[{"type":"string"},{"type":"null"}],"not":{"enum":[null]}}""")]
    [InlineData(false, """{"type":"string","anyOf":[{"$ref":"#/$defs/letters_or_null"},{"type":"string"}]}""")]
    [InlineData(false, """{"type":"string","oneOf":[{"type":["string","null"],"maxLength":3},{"const":"long"}]}""")]
    [InlineData(false, """{"allOf":[{"$ref":"#/$defs/letters_or_null"},{"type":"string"}]}""")]
    [InlineData(false, """{"type":["string","null"],"if":{"type":"null"},"then":false}""")]
    public async Task A_method_offers_null_exactly_where_the_emulator_accepts_it(bool isNull, string schema)
    {
        var catalog = RecoupCatalog.Parse(Catalog.Of(Catalog.Action(
            "ACME_DO",
            "{\"type\":\"object\",\"properties\":{\"x\":" + schema + "},\"required\":[\"x\"],\"$defs\":{"
                + "\"letters\":{\"type\":\"string\",\"enum\":[\"a\"]},"
                + "\"letters_or_null\":{\"type\":\"string\",\"enum\":[\"a\"],\"nullable\":true}}}",
            "acme")));

        OffersNull(catalog).ShouldBe(isNull, "the method");
        (await AcceptsNullAsync(catalog)).ShouldBe(isNull, "the emulator");
    }

    private static bool OffersNull(RecoupCatalog catalog)
    {
        var plan = CatalogPlan.Of([new CatalogSelection("catalog.json", new(catalog.Actions), default, default)]);
        var parameter = ConnectorBinder.Bind(plan.Connectors[0]).Model.Actions[0].Parameters.ShouldHaveSingleItem();
        return parameter.Presence == MemberPresence.Required && parameter.Type.IsNullable;
    }

    private static async Task<bool> AcceptsNullAsync(RecoupCatalog catalog)
    {
        await using var emulator = RecoupEmulator.Start(catalog);
        emulator.Connect("acme");
        using var client = emulator.CreateClient();
        try
        {
            await client.ExecuteAsync(
                "ACME_DO",
                JsonSerializer.SerializeToElement(new { x = (string?)null }),
                cancellationToken: TestContext.Current.CancellationToken);
            return true;
        }
        catch (InvalidRequestException)
        {
            return false;
        }
    }
}
