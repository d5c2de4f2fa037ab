using Recoup.Catalogs;
using Recoup.Emulator.Tests.Hosts;

namespace Recoup.Emulator.Tests.Deployed;

/// <summary>
/// Strings in the places of files (D5): the provider's SDK stages a web address, and takes any other text for a path, which fails.
/// </summary>
public sealed class FileParameterTests
{
    private const string Catalog = """
        {"success":true,"actions":[{"slug":"ACME_SEND","name":"Send","description":"","connectorSlug":"acme","connectorName":"Acme",
        "isConnected":true,"parameters":{"type":"object","properties":{
          "file":{"$ref":"#/$defs/File"},
          "other":{"type":"string"},
          "files":{"type":"array","items":{"anyOf":[{"$ref":"#/$defs/File"},{"type":"null"}]}},
          "nested":{"type":"object","properties":{"file":{"allOf":[{"file_uploadable":true,"type":"object"}]}}}},
        "$defs":{"File":{"type":"object","file_uploadable":true,"properties":{"name":{"type":"string"}}}}}}]}
        """;

    private static readonly RecoupCatalog Files = RecoupCatalog.Parse(Catalog);

    private const string Staged = """{"name":"a.png","mimetype":"image/png","s3key":"staged/""";

    [Theory]
    [InlineData("""{"file":"https://a.test/a.png"}""", 1)]
    [InlineData("""{"file":" https://a.test/a.png"}""", 1)]
    [InlineData("""{"files":["https://a.test/a.png",null,"http://b.test/a.png"]}""", 2)]
    [InlineData("""{"nested":{"file":"https://a.test/a.png"},"other":"https://a.test/a.png"}""", 1)]
    [InlineData("""{"other":"/tmp/x","file":null}""", 0)]
    [InlineData("""{"file":{"name":"a.png","mimetype":"image/png","s3key":"never/staged"}}""", 0)]
    [InlineData("""{"file":{"anything":1},"files":{"file":"/x"}}""", 0)]
    [InlineData("""{"other":"a","other":"b"}""", 0)]
    public async Task A_web_address_is_staged_and_everything_else_is_passed_on(string parameters, int staged)
    {
        await using var mounted = await MountedEmulator.StartAsync(
            Host.InProcess, new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed }, Files);
        mounted.Emulator.On(Files.Actions[0].Slug).Returns(got => new { got });

        var answer = await mounted.Client.ExecuteAsync(Files.Actions[0].Slug, parameters);

        ((int)answer.Status).ShouldBe(200, answer.Body);
        answer.Body.Split(Staged).Length.ShouldBe(staged + 1, answer.Body);
        if (staged == 0)
            answer.Json.GetProperty("result").GetProperty("data").GetProperty("got").GetRawText().ShouldBe(parameters);
    }

    [Theory]
    [InlineData("""{"file":"/tmp/a.png"}""")]
    [InlineData("""{"file":""}""")]
    [InlineData("""{"file":"a.png"}""")]
    [InlineData("""{"file":"ftp://a.test/a.png"}""")]
    [InlineData("""{"file":"HTTPS://a.test/a.png"}""")]
    [InlineData("""{"file":"https://a.test/gone.png"}""")]
    [InlineData("""{"files":["https://a.test/a.png","C:\\a.png"]}""")]
    [InlineData("""{"nested":{"file":"x"}}""")]
    public async Task Any_other_text_is_the_path_of_a_file_that_does_not_exist(string parameters)
    {
        await using var mounted = await MountedEmulator.StartAsync(
            Host.InProcess, new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed }, Files);
        mounted.Emulator.OnFile("https://a.test/gone.png").IsUnreachable();

        (await mounted.Client.ExecuteAsync(Files.Actions[0].Slug, parameters)).ShouldBe(500, """{"error":"Failed to upload file"}""");

        mounted.Emulator.Journal.Executions().ShouldBeEmpty();
    }
}
