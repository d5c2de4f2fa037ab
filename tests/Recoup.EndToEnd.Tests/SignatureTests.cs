using System.Text.Json;
using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Schemas;
using Recoup.Typed;

namespace Recoup.EndToEnd.Tests;

/// <summary>Programs outside the repository compile against these members. Each assignment pins one signature at compile time.</summary>
public sealed class SignatureTests
{
    [Fact]
    public void The_client_and_its_values()
    {
        Func<RecoupClientOptions, RecoupClient> ownHttp = options => new RecoupClient(options);
        Func<HttpClient, RecoupClientOptions, RecoupClient> callersHttp = (http, options) => new RecoupClient(http, options);
        Func<RecoupClient, RecoupApi> api = client => client.Api;
        Func<RecoupClient, ActionCall<JsonElement>, Guid?, CancellationToken, Task<ActionResult<JsonElement>>> typed =
            (client, call, account, cancellation) => client.ExecuteAsync(call, account, cancellation);
        Func<RecoupClient, string, JsonElement, Guid?, CancellationToken, Task<ActionResult<JsonElement>>> untyped =
            (client, slug, parameters, account, cancellation) => client.ExecuteAsync(slug, parameters, account, cancellation);
        Func<RecoupClient, Guid?, CancellationToken, Task<IReadOnlyList<ConnectorAction>>> list =
            (client, account, cancellation) => client.ListActionsAsync(account, cancellation);
        Func<RecoupClient, ActionCall<int>, Task<ActionResult<int>>> defaults = (client, call) => client.ExecuteAsync(call);
        Func<ActionCall<int>, string> slug = call => call.Slug;
        Action<ActionCall<int>, Utf8JsonWriter> write = (call, writer) => call.WriteParameters(writer);
        Func<ActionCall<int>, JsonElement> json = call => call.ToJson();
        Func<ActionResult<int>, (int Value, JsonElement Result, JsonElement Data, DateTimeOffset? ExecutedAt)> result =
            done => (done.Value, done.Result, done.Data, done.ExecutedAt);

        new Delegate[]
        {
            ownHttp,
            callersHttp,
            api,
            typed,
            untyped,
            list,
            defaults,
            slug,
            write,
            json,
            result,
        }.ShouldAllBe(member => member != null);
        typeof(IDisposable).IsAssignableFrom(typeof(RecoupClient)).ShouldBeTrue();
        new[] { typeof(RecoupClient), typeof(ActionCall<>), typeof(ActionResult<>) }.ShouldAllBe(type => type.IsSealed);
    }

    [Fact]
    public void The_catalog()
    {
        Func<string, RecoupCatalog> load = RecoupCatalog.Load;
        Func<string, RecoupCatalog> parse = RecoupCatalog.Parse;
        Func<RecoupCatalog, IReadOnlyList<CatalogAction>> actions = catalog => catalog.Actions;

        new Delegate[] { load, parse, actions }.ShouldAllBe(member => member != null);
    }

    [Fact]
    public void The_emulator()
    {
        Func<RecoupCatalog, RecoupEmulatorOptions?, RecoupEmulator> start = RecoupEmulator.Start;
        Func<RecoupCatalog, RecoupEmulator> startWithDefaults = catalog => RecoupEmulator.Start(catalog);
        Func<RecoupEmulator, int, CancellationToken, Task<Uri>> listen = (emulator, port, cancellation) =>
            emulator.StartListeningAsync(port, cancellation);
        Func<RecoupEmulator, EmulatedAccount?, RecoupClient> client = (emulator, account) => emulator.CreateClient(account);
        Func<RecoupEmulator, EmulatedAccount?, HttpClient> http = (emulator, account) => emulator.CreateHttpClient(account);
        Func<RecoupEmulator, HttpMessageHandler> handler = emulator => emulator.CreateHandler();
        Func<RecoupEmulator, (Guid Id, string ApiKey)> account = emulator => (emulator.DefaultAccount.Id, emulator.DefaultAccount.ApiKey);
        Func<RecoupEmulator, EmulatedAccount> add = emulator => emulator.AddAccount();
        Action<RecoupEmulator, string, EmulatedAccount?> connect = (emulator, slug, owner) => emulator.Connect(slug, owner);
        Action<RecoupEmulator, string, EmulatedAccount?> disconnect = (emulator, slug, owner) => emulator.Disconnect(slug, owner);
        Func<RecoupEmulator, ActionStub> byMethod = emulator => emulator.On(GitHub.CreateIssue);
        Func<RecoupEmulator, string, ActionStub> bySlug = (emulator, slug) => emulator.On(slug);
        Func<RecoupEmulator, ActionCall<JsonElement>, ActionStub> byCall = (emulator, call) => emulator.On(call);
        Func<RecoupEmulator, Journal> journal = emulator => emulator.Journal;
        Action<Journal, string> queries = (log, slug) =>
            _ = (log.Count(), log.Count(slug), log.Count(GitHub.CreateIssue), log.Single(), log.Single(slug),
            log.Single(GitHub.CreateIssue), log.All(), log.All(slug), log.All(GitHub.CreateIssue));
        var options = new RecoupEmulatorOptions
        {
            Behavior = ApiBehavior.Documented,
            Strict = true,
            Seed = 1,
            TimeProvider = TimeProvider.System,
        };

        new Delegate[]
        {
            start, startWithDefaults, listen, client, http, handler, account, add, connect, disconnect, byMethod, bySlug, byCall, journal,
             queries,
        }.ShouldAllBe(member => member != null);
        options.Strict.ShouldBeTrue();
        typeof(IAsyncDisposable).IsAssignableFrom(typeof(RecoupEmulator)).ShouldBeTrue();
    }

    [Fact]
    public void The_schema_engine()
    {
        Func<JsonElement, JsonSchemaOptions?, JsonSchema> parseElement = JsonSchema.Parse;
        Func<string, JsonSchemaOptions?, JsonSchema> parseText = JsonSchema.Parse;
        Func<JsonSchema, JsonElement, bool> isValid = (schema, instance) => schema.IsValid(instance);
        Func<JsonSchema, JsonElement, ValidationResult> validate = (schema, instance) => schema.Validate(instance);
        Func<ValidationResult, (bool IsValid, object Violations)> result = outcome => (outcome.IsValid, outcome.Violations);
        var options = new JsonSchemaOptions
        {
            DefaultDraft = SchemaDraft.Draft202012,
            Documents = new Dictionary<Uri, JsonElement>(),
            AssertFormat = true,
            HonorNullable = true,
        };

        new Delegate[] { parseElement, parseText, isValid, validate, result }.ShouldAllBe(member => member != null);
        options.DefaultDraft.ShouldBe(SchemaDraft.Draft202012);
        Enum.GetNames<SchemaDraft>().ShouldBe(["Draft4", "Draft6", "Draft7", "Draft201909", "Draft202012"]);
    }
}
