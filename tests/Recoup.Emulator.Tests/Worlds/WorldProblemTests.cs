using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Worlds;

/// <summary>Each mistake in a world has its own message.</summary>
public sealed class WorldProblemTests
{
    [Theory]
    [InlineData("", "(1,1): error: The world is not JSON: it is empty.")]
    [InlineData("{\n  \"accounts\": {\n", "(3,1): error: The world is not JSON: the text ends before its JSON is complete.")]
    [InlineData("accounts:\n  main: {}\n", "(1,1): error: The world is not JSON: it is YAML.")]
    [InlineData("[]", "(1,1): error: expected a world, an object, got an array.")]
    [InlineData("""{ "account": {} }""",
        """(1,3): error: /account: expected a member of a world, got "account". Did you mean 'accounts'?""")]
    [InlineData("""{ "files": {}, "files": {} }""", """(1,16): error: /files: expected "files" once in a world, got it again.""")]
    [InlineData("""{ "upstream": "off" }""", """(1,15): error: /upstream: expected one of up, down, got the string "off".""")]
    [InlineData("""{ "upstream": "dwn" }""", "Did you mean 'down'?")]
    [InlineData("""{ "upstream": false }""", "(1,15): error: /upstream: expected one of up, down, got the boolean false.")]
    [InlineData("""{ "accounts": [] }""", "(1,15): error: /accounts: expected the accounts, an object, got an array.")]
    [InlineData("""{ "accounts": { "a b": {} } }""",
        """/accounts/a b: expected a name of 1 to 64 letters, digits, '.', '_' or '-', got "a b".""")]
    [InlineData("""{ "accounts": { "a": { "id": "12" } } }""", """(1,30): error: /accounts/a/id: expected a UUID, got another string.""")]
    [InlineData("""{ "accounts": { "a": { "id": "recoup_sk_secret1234" } } }""", "expected a UUID, got another string.")]
    [InlineData("""{ "accounts": { "a": { "name": "x" } } }""", """/accounts/a/name: expected a member of an account, got "name".""")]
    [InlineData("""{ "accounts": { "a": { "key": "4711" } } }""",
        "(1,31): error: /accounts/a/key: expected a string of 8 to 256 visible ASCII characters, got another string.")]
    [InlineData("""{ "accounts": { "a": { "credentials": "gone" } } }""", "expected one of valid, revoked, got")]
    [InlineData("""{ "accounts": { "a": { "connections": { "github": "actve" } } } }""",
        """/github: expected one of none, initiated, active, expired, revoked, got the string "actve". Did you mean 'active'?""")]
    [InlineData("""{ "accounts": { "a": { "access": { "b": "all" } }, "b": {} } }""", "expected one of none, roster, full, got")]
    [InlineData("""{ "accounts": { "a": { "access": { "artits": "full" } }, "artist": {} } }""",
        """/accounts/a/access/artits: expected the name of an account of this world, got "artits". Did you mean 'artist'?""")]
    [InlineData("""{ "accounts": { "a": { "access": { "a": "full" } } } }""", "got the account itself, which always has full access.")]
    [InlineData("""{ "defaultAccount": "b", "accounts": { "a": {} } }""",
        """(1,21): error: /defaultAccount: expected the name of an account of this world, got "b".""")]
    [InlineData("""{ "defaultAccount": "b" }""", "/defaultAccount: expected the name of an account of this world")]
    [InlineData("""{ "accounts": { "a": {}, "a": {} } }""",
        """(1,26): error: /accounts/a: expected "a" once in the accounts, got it again.""")]
    [InlineData("""
        { "accounts": {
          "a": { "id": "3f0c5c1e-6a0b-4e53-9c57-0f6a4f7b1a2c" },
          "b": { "id": "3F0C5C1E-6A0B-4E53-9C57-0F6A4F7B1A2C" } } }
        """, "(3,16): error: /accounts/b/id: expected another id for each account, got that of an account above.")]
    [InlineData("""{ "sharedConnections": ["github", "github"] }""",
        "/sharedConnections/1: expected \"github\" once in the shared connections")]
    [InlineData("""{ "sharedConnections": [""] }""", "expected the slug of a connector, a string that is not empty, got an empty string.")]
    [InlineData("""{ "stubs": {} }""", "/stubs: expected the stubs, an array, got an object.")]
    [InlineData("""{ "stubs": [{}] }""", "(1,13): error: /stubs/0: expected a stub with the member 'action', got an object without it.")]
    [InlineData("""{ "stubs": [{ "action": "*", "account": "x" }] }""", "/stubs/0/account: expected the name of an account of this world")]
    [InlineData("""{ "stubs": [{ "action": "*", "parameters": [] }] }""", "expected the parameters of a call, an object, got an array.")]
    [InlineData("""{ "stubs": [{ "action": "*", "where": { "a": 1, "a": 2 } }] }""", "expected \"a\" once in an object, got it again.")]
    [InlineData("""{ "stubs": [{ "action": "*", "where": { "a": "\ud800" } }] }""", "expected text, got half of a surrogate pair.")]
    [InlineData("""{ "stubs": [{ "action": "*", "schema": { "type": "txt" } }] }""",
        "/stubs/0/schema/type: expected a JSON Schema, got one that cannot be compiled:")]
    [InlineData("""{ "stubs": [{ "action": "*", "delay": -1 }] }""",
        "/stubs/0/delay: expected a number of seconds from 0 to 1000000, got the number -1.")]
    [InlineData("""{ "stubs": [{ "action": "*", "delay": 1, "outcomes": [{ "returns": {} }] }] }""",
        "/stubs/0/delay: expected a delay only in a stub without outcomes")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{}] }] }""",
        "/stubs/0/outcomes/0: expected an outcome with one of the members returns,")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{ "returns": {}, "fails": "hang" }] }] }""",
        "/outcomes/0/fails: expected one outcome in an outcome, got 'fails' after 'returns'.")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{ "return": {} }] }] }""", "Did you mean 'returns'?")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{ "returns": { "$parameters": "a" } }] }] }""",
        "expected a JSON pointer in '$parameters', such as \"\" or \"/rows/0\", got the string \"a\".")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{ "returns": { "x": { "$parameters": "", "y": 1 } } }] }] }""",
        "expected '$parameters' as the only member of an object, got others too.")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{ "returnsNothing": false }] }] }""", "expected true, got the boolean false.")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{ "failsUpstream": 1 }] }] }""",
        "expected true, or the message of the service, a string that is not empty, got the number 1.")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{ "failsUpstream": { "status": 400 } }] }] }""",
        "expected true, or a failure of the service with the member 'message', got an object without it.")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{ "failsUpstream": { "message": "a", "status": 600 } }] }] }""",
        "/failsUpstream/status: expected an integer from 200 to 599, got the number 600.")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{ "timesOut": 1e9 }] }] }""",
        "expected true, or a number of seconds from 0 to 1000000, got the number 1e9.")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{ "executesThenLosesReply": "refused" }] }] }""",
        "expected true, or one of reset, resetMidBody, truncatedBody, hang, got the string \"refused\".")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{ "fails": "resetMidBdy" }] }] }""", "Did you mean 'resetMidBody'?")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{ "answersHtml": 204 }] }] }""",
        "expected true, or an integer from 400 to 599, got")]
    [InlineData("""{ "stubs": [{ "action": "*", "outcomes": [{ "returns": {}, "times": 0.5 }] }] }""",
        "expected an integer from 1 to 2147483647")]
    [InlineData("""{ "files": { "https://a.test/b": { "returns": { "name": "b" } } } }""", "expected a file with the member 'mimetype'")]
    [InlineData("""{ "files": { "https://a.test/b": { "returns": { "name": "b", "mimetype": "c", "s3key": "d" } } } }""",
        "a member of a file")]
    [InlineData("""{ "files": { "https://a.test/b": {} } }""",
        "/files/https:~1~1a.test~1b: expected the outcome of staging a file with one of")]
    [InlineData("""{ "stagedFiles": [{ "name": "a", "mimetype": "b", "s3key": "c" }, { "name": "a", "mimetype": "b", "s3key": "c" }] }""",
        "/stagedFiles/1: expected another s3key for each staged file, got that of a file above.")]
    [InlineData("{ \"up\\u2028\\nstream\": 1 }", """expected a member of a world, got "up\u2028\nstream".""")]
    public void A_mistake_is_reported_where_it_is(string world, string message) =>
        Should.Throw<RecoupEmulatorException>(() => World.Parse(world)).Message.ShouldContain(message);

    [Theory]
    [InlineData("""{ "accounts": { "main": { "connections": { "linkdin": "active" } } } }""",
        """(1,44): error: /accounts/main/connections/linkdin: expected the slug of a connector, got "linkdin". Did you mean 'linkedin'?""")]
    [InlineData("""{ "sharedConnections": ["github", "gitlab"] }""",
        "/sharedConnections/1: expected the slug of a connector, got \"gitlab\".")]
    [InlineData("""{ "stubs": [{ "action": "GITHUB_CREATE_ISSUES" }] }""",
        """the slug of an action of the catalog, or *, got "GITHUB_CREATE_ISSUES". Did you mean 'GITHUB_CREATE_ISSUE'?""")]
    public void A_name_that_the_catalog_does_not_have_is_reported_when_an_emulator_starts(string world, string message) =>
        Should.Throw<RecoupEmulatorException>(() => RecoupEmulator.Start(Catalog, WorldSamples.Options(world)))
            .Message.ShouldContain(message);

    [Fact]
    public void The_connectors_that_the_platform_offers_exist_in_deployed_behavior_only()
    {
        const string world = """{ "sharedConnections": ["instagram"] }""";

        Should.NotThrow(() => RecoupEmulator.Start(Catalog, WorldSamples.Options(world, ApiBehavior.Deployed)));
        Should.Throw<RecoupEmulatorException>(() => RecoupEmulator.Start(Catalog, WorldSamples.Options(world)));
    }

    [Fact]
    public async Task All_problems_of_a_file_are_reported_in_its_order()
    {
        using var folder = new TempFolder();
        var path = folder["world.json"];
        await File.WriteAllTextAsync(
            path,
            """
            {
              "defaultAccount": "nobody",
              "accounts": { "a": { "conections": {} } },
              "upstream": "sideways",
              "stubs": [{ "action": "*", "outcomes": [{ "returns": {}, "times": 0 }] }]
            }
            """,
            TestContext.Current.CancellationToken);

        var lines = Should.Throw<RecoupEmulatorException>(() => World.Load(path)).Message.Split('\n');

        lines.Length.ShouldBe(4);
        foreach (var (line, start) in lines.Zip((string[])["(2,21)", "(3,24)", "(4,15)", "(5,69)"]))
            line.ShouldStartWith($"{path}{start}: error: /");
    }

    [Fact]
    public void The_number_of_reported_problems_is_bounded()
    {
        var members = string.Join(',', Enumerable.Range(0, 70).Select(i => $"\"member{i}\": 1"));

        var lines = Should.Throw<RecoupEmulatorException>(() => World.Parse($"{{{members}}}")).Message.Split('\n');

        lines.Length.ShouldBe(51);
        lines[^1].ShouldContain("20 more problems");
    }

    [Theory]
    [InlineData("""{ "accounts": { "a": { "key": "sk secret-4711" } } }""")]
    [InlineData("""{ "accounts": { "a": { "key": 4711 } } }""")]
    [InlineData("""{ "accounts": { "a": { "token": ["secret-4711"] } } }""")]
    [InlineData("""{ "accounts": { "a": { "key": "secret-4711" }, "b": { "key": "secret-4711" } } }""")]
    [InlineData("""{ "accounts": { "a": { "token": "secret-4711" }, "b": { "token": "secret-4711" } } }""")]
    public void A_message_never_repeats_a_key(string world)
    {
        var message = Should.Throw<RecoupEmulatorException>(() => World.Parse(world)).Message;

        message.ShouldContain("/accounts/");
        message.ShouldNotContain("4711");
    }

    [Fact]
    public void What_the_emulator_makes_up_for_an_account_is_not_that_of_another()
    {
        using var emulators = new DisposedLater();
        var generated = emulators.Add(RecoupEmulator.Start(Catalog)).AddAccount();
        foreach (var member in (string[])[
            $"\"id\": \"{generated.Id}\"", $"\"key\": \"{generated.ApiKey}\"", $"\"token\": \"{generated.AccessToken}\""])
        {
            var world = $$"""{ "accounts": { "a": { {{member}} }, "b": {} } }""";
            var message = Should.Throw<RecoupEmulatorException>(() => RecoupEmulator.Start(Catalog, WorldSamples.Options(world))).Message;
            message.ShouldContain("/accounts/b: expected an id and credentials that no other account has");
            message.ShouldNotContain(generated.ApiKey);
        }

        Should.Throw<RecoupEmulatorException>(() => RecoupEmulator.Start(Catalog, WorldSamples.Options(
            $$"""{ "accounts": { "a": {}, "b": { "key": "{{RecoupEmulator.DefaultApiKey}}" } } }""")));
    }

    [Fact]
    public void A_world_has_limits()
    {
        var accounts = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $$"""
            "a{{i}}": { "connections": { "github": "active" } }
            """));
        var stubs = string.Join(',', Enumerable.Repeat("""{ "action": "*" }""", 10_001));
        var deep = string.Concat(Enumerable.Repeat("[", 300)) + string.Concat(Enumerable.Repeat("]", 300));

        Message($$"""{ "accounts": { {{accounts}} } }""")
            .ShouldContain("/accounts/a1000: expected at most 1,000 members in the accounts, got more.");
        Message($$"""{ "stubs": [{{stubs}}] }""").ShouldContain("/stubs/10000: expected at most 10,000 items in the stubs, got more.");
        Message($$"""{ "x": {{deep}} }""").ShouldContain("nested more than 256 levels deep");
        Message(new string(' ', 5 << 20)).ShouldContain("more than 4 MB");

        static string Message(string world) => Should.Throw<RecoupEmulatorException>(() => World.Parse(world)).Message;
    }

    [Fact]
    public async Task The_largest_world_starts()
    {
        var access = string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"b{i}\":\"full\""));
        var accounts = string.Join(',', Enumerable.Range(0, 800).Select(i => $$"""
            "a{{i}}": { "connections": { "github": "active" }, "access": { {{access}} } }
            """).Concat(Enumerable.Range(0, 200).Select(i => $$"""
            "b{{i}}": {}
            """)));
        var stubs = string.Join(',', Enumerable.Repeat("""{ "action": "*", "where": { "never": 1 } }""", 1_000));
        await using var emulator = RecoupEmulator.Start(
            Catalog, WorldSamples.Options($$"""{ "accounts": { {{accounts}} }, "stubs": [{{stubs}}] }"""));

        emulator.Accounts.Count.ShouldBe(1_000);
    }

    [Fact]
    public void A_large_file_is_refused_without_reading_it()
    {
        using var folder = new TempFolder();
        var path = folder["world.json"];
        using (var file = File.Create(path))
            file.SetLength(100 << 20);

        Should.Throw<RecoupEmulatorException>(() => World.Load(path)).Message.ShouldContain("has more than 4 MB");
        Should.Throw<RecoupEmulatorException>(() => World.Load(path + ".missing")).Message.ShouldContain("There is no world");
    }

    private sealed class DisposedLater : IDisposable
    {
        private readonly List<RecoupEmulator> _emulators = [];

        public RecoupEmulator Add(RecoupEmulator emulator)
        {
            _emulators.Add(emulator);
            return emulator;
        }

        public void Dispose() => _emulators.ForEach(emulator => emulator.DisposeAsync().AsTask().GetAwaiter().GetResult());
    }
}
