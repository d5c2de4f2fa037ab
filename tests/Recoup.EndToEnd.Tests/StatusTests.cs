using System.Text.Json;
using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator;
using Recoup.Typed;

namespace Recoup.EndToEnd.Tests;

/// <summary>Checks the exception and the body for each documented status of an execution.</summary>
public sealed class StatusTests : IAsyncDisposable
{
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Load("recoup.catalog.json");

    private static readonly ActionCall<JsonElement> Call = Gmail.SendEmail(to: ["ada@example.com"], body: "Hello.");

    private readonly RecoupEmulator _emulator = RecoupEmulator.Start(Catalog);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public async Task Status_200_gives_the_result_and_its_time()
    {
        _emulator.On(Call).Returns(new { id = "18c" });
        using var recoup = _emulator.CreateClient();

        var done = await recoup.ExecuteAsync(Call, cancellationToken: Cancellation);

        done.Value.GetRawText().ShouldBe("""{"id":"18c"}""");
        done.Result.GetRawText().ShouldBe("""{"id":"18c"}""");
        done.ExecutedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Status_400_names_the_parameter_that_breaks_the_schema()
    {
        using var recoup = _emulator.CreateClient();
        using var parameters = JsonDocument.Parse("""{"to":"ada@example.com","body":7}""");

        var thrown = await Should.ThrowAsync<InvalidRequestException>(
            recoup.ExecuteAsync("GMAIL_SEND_EMAIL", parameters.RootElement, cancellationToken: Cancellation));

        ShouldBe(thrown, 400, "GMAIL_SEND_EMAIL");
        thrown.Message.ShouldContain("/body: expected string");
    }

    [Fact]
    public async Task Status_401_for_an_unknown_key()
    {
        using var recoup = new RecoupClient(
            new HttpClient(_emulator.CreateHandler()) { BaseAddress = new Uri("https://api.recoupable.dev") },
            new RecoupClientOptions { ApiKey = "recoup_sk_wrong" });

        var thrown = await Should.ThrowAsync<UnauthorizedException>(recoup.ExecuteAsync(Call, cancellationToken: Cancellation));

        ShouldBe(thrown, 401, "GMAIL_SEND_EMAIL");
        thrown.ToString().ShouldNotContain("recoup_sk_wrong");
    }

    [Fact]
    public async Task Status_403_for_an_account_the_caller_may_not_act_for()
    {
        using var recoup = _emulator.CreateClient();
        var stranger = _emulator.AddAccount();

        var thrown = await Should.ThrowAsync<AccessDeniedException>(recoup.ExecuteAsync(Call, stranger.Id, Cancellation));

        ShouldBe(thrown, 403, "GMAIL_SEND_EMAIL");
        thrown.Account.ShouldBe(stranger.Id);
    }

    [Fact]
    public async Task Status_404_for_an_unknown_slug()
    {
        using var recoup = _emulator.CreateClient();
        using var parameters = JsonDocument.Parse("{}");
        var slug = "GMAIL_SEND_EMAIL_TWICE";

        var thrown = await Should.ThrowAsync<ActionNotFoundException>(
            recoup.ExecuteAsync(slug, parameters.RootElement, cancellationToken: Cancellation));

        ShouldBe(thrown, 404, slug);
    }

    [Fact]
    public async Task Status_409_until_the_connector_is_connected()
    {
        _emulator.Disconnect("gmail");
        _emulator.On(Call).Returns(new { id = "18c" });
        using var recoup = _emulator.CreateClient();

        var thrown = await Should.ThrowAsync<ConnectorNotConnectedException>(recoup.ExecuteAsync(Call, cancellationToken: Cancellation));
        _emulator.Connect("gmail");
        var done = await recoup.ExecuteAsync(Call, cancellationToken: Cancellation);

        ShouldBe(thrown, 409, "GMAIL_SEND_EMAIL");
        thrown.Message.ShouldContain("gmail");
        done.Value.GetProperty("id").GetString().ShouldBe("18c");
    }

    [Fact]
    public async Task Status_502_when_the_third_party_service_fails()
    {
        _emulator.On(Call).FailsUpstream("quota exceeded");
        using var recoup = _emulator.CreateClient();

        var thrown = await Should.ThrowAsync<UpstreamFailureException>(recoup.ExecuteAsync(Call, cancellationToken: Cancellation));

        ShouldBe(thrown, 502, "GMAIL_SEND_EMAIL");
        thrown.Message.ShouldContain("quota exceeded");
    }

    // The documented body of every failure: 'error' is the status, and 'message' is a sentence.
    private static void ShouldBe(RecoupException thrown, int status, string slug)
    {
        ((int?)thrown.StatusCode).ShouldBe(status);
        thrown.Slug.ShouldBe(slug);
        using var body = JsonDocument.Parse(thrown.ResponseBody!);
        body.RootElement.EnumerateObject().Select(member => member.Name).ShouldBe(["error", "message"]);
        body.RootElement.GetProperty("error").GetInt32().ShouldBe(status);
        thrown.Message.ShouldContain(body.RootElement.GetProperty("message").GetString()!);
    }
}
