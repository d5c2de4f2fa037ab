using System.Text;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Hosts;

/// <summary>How programs call in process: from any thread, synchronously, and after the end.</summary>
public sealed class InProcessCallTests
{
    [Fact]
    public async Task A_synchronous_request_is_answered()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        using var client = emulator.CreateHttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Actions)
        {
            Content = new StringContent(
                $$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}}}""", Encoding.UTF8, "application/json"),
        };
        emulator.Connect("googlesheets");

        using var response = client.Send(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(200);
        emulator.Journal.Single(Update).Executed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_thread_that_waits_in_a_context_that_does_not_pump_gets_its_response()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);
        emulator.Connect("googlesheets");
        using var client = emulator.CreateClient();

        Unpumped.Run(() => client.ExecuteAsync(Update, Json(ValidUpdate)).GetAwaiter().GetResult());

        emulator.Journal.Executions(Update).Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_its_end_the_emulator_says_so_itself()
    {
        var emulator = RecoupEmulator.Start(Catalog);
        using var client = emulator.CreateHttpClient();
        await emulator.DisposeAsync();

        var thrown = await Should.ThrowAsync<ObjectDisposedException>(() =>
            client.GetAsync(Requests.Connectors, TestContext.Current.CancellationToken));

        thrown.ObjectName.ShouldBe(nameof(RecoupEmulator));
        thrown.Message.ShouldStartWith("The emulator of this client is disposed, so nothing responds.");
    }

    [Fact]
    public async Task The_journal_names_the_URL_of_a_file()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);

        await mounted.Client.PostAsync(Requests.Files, """{"url":"https://a.test/a.png","toolSlug":"A_B"}""");

        mounted.Emulator.Journal.Single().FileUrl.ShouldBe("https://a.test/a.png");
        mounted.Emulator.Journal.ToJson().ShouldContain("\"fileUrl\": \"https://a.test/a.png\"");
    }
}
