using Recoup.Catalogs;
using Recoup.Emulator.Tests.Hosts;

namespace Recoup.Emulator.Tests.Deployed;

/// <summary>
/// Members <c>__proto__</c> (D5). The answers are those of the server's libraries: its check of the body, and the provider's SDK with an
/// action of this schema.
/// </summary>
public sealed class PrototypeMemberTests
{
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Parse("""
        {"success":true,"actions":[{"slug":"ACME_SEND","name":"Send","description":"","connectorSlug":"acme","isConnected":true,
        "parameters":{"type":"object","properties":{
          "id":{"type":"string"},
          "options":{"type":"object","properties":{
            "deep":{"type":"object","properties":{"x":{"type":"string"}}},
            "free":{"type":"object"}}},
          "maybe":{"anyOf":[{"type":"object","properties":{"x":{"type":"string"}}},{"type":"null"}]},
          "nullable":{"type":["object","null"],"properties":{"x":{"type":"string"}}},
          "rows":{"type":"array","items":{"type":"object","properties":{"x":{"type":"string"}}}},
          "pair":{"type":"array","items":[{"type":"object","properties":{"x":{"type":"string"}}},{"type":"string"}]},
          "file":{"type":"object","file_uploadable":true,"properties":{"name":{"type":"string"}}},
          "list":{"type":"array"}}}},
        {"slug":"COMPOSIO_RUN","name":"Run","description":"","connectorSlug":"composio","isConnected":true,"parameters":
        {"type":"object","properties":{"options":{"type":"object","properties":{"x":{"type":"string"}}}}}}]}
        """);

    private static readonly string Slug = Catalog.Actions[0].Slug;
    private static readonly string Meta = Catalog.Actions[1].Slug;
    private static readonly RecoupEmulatorOptions Deployed = new() { Behavior = ApiBehavior.Deployed };

    public static TheoryData<string, string> Parameters => new()
    {
        { """{"__proto__":{"a":1},"id":"1"}""", """{"id":"1"}""" },
        { """{"id":"1","__proto__":null}""", """{"id":"1"}""" },
        { """{"__proto__":"x"}""", "{}" },
        { """{"__proto__":[1],"__proto__":2}""", "{}" },
        { """{"\u005f_proto__":1,"id":"2"}""", """{"id":"2"}""" },
        { """{"id":{"__proto__":{"a":1}}}""", """{"id":{"__proto__":{"a":1}}}""" },
        { """{"options":{"__proto__":{"a":1},"b":1}}""", """{"options":{"b":1}}""" },
        { """{"options":{"__proto__":null}}""", """{"options":{}}""" },
        { """{"options":{"__proto__":"s"}}""", """{"options":{}}""" },
        { """{"options":{"deep":{"__proto__":{"x":"1"},"x":"2"}}}""", """{"options":{"deep":{"x":"2"}}}""" },
        { """{"options":{"free":{"__proto__":{"x":"1"}}}}""", """{"options":{"free":{"__proto__":{"x":"1"}}}}""" },
        { """{"options":{"other":{"__proto__":1}}}""", """{"options":{"other":{"__proto__":1}}}""" },
        { """{"options":[{"__proto__":1}]}""", """{"options":[{"__proto__":1}]}""" },
        { """{"options":{"toJSON":"x","__proto__":{"toJSON":1}}}""", """{"options":{"toJSON":"x"}}""" },
        { """{"maybe":{"__proto__":{"x":1}}}""", """{"maybe":{"__proto__":{"x":1}}}""" },
        { """{"nullable":{"__proto__":{"x":1}}}""", """{"nullable":{"__proto__":{"x":1}}}""" },
        { """{"rows":[{"__proto__":{"x":1},"x":"1"},{"__proto__":null}]}""", """{"rows":[{"x":"1"},{}]}""" },
        { """{"rows":{"__proto__":1}}""", """{"rows":{"__proto__":1}}""" },
        { """{"pair":[{"__proto__":1},{"__proto__":2}]}""", """{"pair":[{},{}]}""" },
        { """{"file":{"__proto__":1}}""", """{"file":{"__proto__":1}}""" },
        { """{"list":[{"__proto__":{"x":1}}]}""", """{"list":[{"__proto__":{"x":1}}]}""" },
        { """{"unknown":{"__proto__":{"x":1}}}""", """{"unknown":{"__proto__":{"x":1}}}""" },
        { """{"constructor":{"prototype":{"a":1}},"prototype":1}""", """{"constructor":{"prototype":{"a":1}},"prototype":1}""" },
        { """{"constructor":null}""", """{"constructor":null}""" },
        { """{"options":{"constructor":{"prototype":1},"call":"x"}}""", """{"options":{"constructor":{"prototype":1},"call":"x"}}""" },
        { """{"__proto":1,"__PROTO__":2,"proto__":3}""", """{"__proto":1,"__PROTO__":2,"proto__":3}""" },
        { """{"id":"__proto__"}""", """{"id":"__proto__"}""" },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task The_provider_gets_parameters_without_the_members_that_JavaScript_loses(string sent, string arrived)
    {
        foreach (var host in Enum.GetValues<Host>())
        {
            await using var mounted = await MountedEmulator.StartAsync(host, Deployed, Catalog);
            mounted.Emulator.On(Slug).Returns(parameters => new { got = parameters });

            var answer = await mounted.Client.ExecuteAsync(Slug, sent);

            ((int)answer.Status).ShouldBe(200, answer.Body);
            answer.Json.GetProperty("result").GetProperty("data").GetProperty("got").GetRawText().ShouldBe(arrived);
            mounted.Emulator.Journal.Single(Slug).Parameters.GetRawText().ShouldBe(arrived);
        }
    }

    [Theory]
    [InlineData("""{"__proto__":{"parameters":{}},"actionSlug":"ACME_SEND"}""", 400, "parameters is required")]
    [InlineData("""{"__proto__":{"actionSlug":"ACME_SEND","parameters":{}}}""", 400, "actionSlug is required")]
    [InlineData("""{"__proto__":null,"actionSlug":"ACME_SEND","parameters":{}}""", 200, "")]
    [InlineData("""{"constructor":1,"prototype":null,"actionSlug":"ACME_SEND","parameters":{}}""", 200, "")]
    [InlineData("""{"actionSlug":"ACME_SEND","parameters":{},"__proto__":{"account_id":"x"}}""", 200, "")]
    [InlineData("""{"actionSlug":"ACME_SEND","parameters":{},"account_id":"__proto__"}""", 400, "account_id must be a valid UUID")]
    [InlineData("""{"actionSlug":"__proto__","parameters":{}}""", 404, "Connector action not found: __proto__")]
    [InlineData("""{"actionSlug":"constructor","parameters":{"__proto__":1}}""", 404, "Connector action not found: constructor")]
    [InlineData("""{"actionSlug":"ACME_SEND","parameters":"__proto__"}""", 400, "parameters is required")]
    public async Task In_a_body_it_is_an_unknown_member(string body, int status, string error)
    {
        foreach (var host in Enum.GetValues<Host>())
        {
            await using var mounted = await MountedEmulator.StartAsync(host, Deployed, Catalog);

            var answer = await mounted.Client.PostAsync(Requests.Actions, body);

            ((int)answer.Status).ShouldBe(status, answer.Body);
            if (status != 200)
                answer.Json.GetProperty("error").GetString().ShouldBe(error);
        }
    }

    [Theory, Everywhere]
    public async Task In_a_query_it_is_an_unknown_parameter(Host host, ApiBehavior behavior)
    {
        await using var mounted = await MountedEmulator.StartAsync(host, behavior);

        foreach (var query in (string[])["?__proto__=x", "?__proto__[account_id]=x", "?constructor=x&__proto__=", "?__proto__.a=x"])
            ((int)(await mounted.Client.GetAnswerAsync(Requests.Actions + query)).Status).ShouldBe(200, query);
    }

    [Fact]
    public async Task The_parameters_of_a_meta_action_are_not_copied()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess, Deployed, Catalog);

        await mounted.Client.ExecuteAsync(Meta, """{"__proto__":1,"options":{"__proto__":2}}""");

        mounted.Emulator.Journal.Single(Meta).Parameters.GetRawText().ShouldBe("""{"options":{"__proto__":2}}""");
    }

    [Theory, Everywhere]
    public async Task In_documented_behavior_it_is_a_member_like_any_other(Host host)
    {
        const string sent = """{"__proto__":{"a":1},"options":{"__proto__":null}}""";
        await using var mounted = await MountedEmulator.StartAsync(host, catalog: Catalog);

        (await mounted.Client.ExecuteAsync(Slug, sent)).Body.ShouldContain($"\"parameters\":{sent}");
    }

    [Fact]
    public async Task A_closed_schema_refuses_it_in_documented_behavior()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);
        var parameters = TestCatalog.ValidUpdate.Insert(1, "\"__proto__\":{},");

        var answer = await mounted.Client.ExecuteAsync(TestCatalog.Update, parameters);

        answer.DocumentedError(400).ShouldContain("__proto__");
    }
}
