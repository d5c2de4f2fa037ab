using Recoup.Catalogs.Rehearsals;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Exchanges;

public sealed class RehearsalRecordTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_violation_of_a_call_is_an_event() => (await CallAsync(Issue, """{"owner":1,"repo":"engine"}""")).ShouldBe(
        [
            new(RehearsalEventKind.Refused, Issue, "/owner: expected string, got number"),
            new(RehearsalEventKind.Refused, Issue, "(root): expected required property \"title\", got none"),
        ],
        ignoreOrder: true);

    [Fact]
    public async Task Violations_are_events_even_if_the_behavior_ignores_them() =>
        (await CallAsync(Issue, """{"owner":"ada","repo":"engine"}""", ApiBehavior.Deployed))
            .ShouldContain(new RehearsalEvent(RehearsalEventKind.Refused, Issue, "(root): expected required property \"title\", got none"));

    [Theory]
    [InlineData(Post, ValidPost, "is not connected")]
    [InlineData("GITHUB_GONE", "{}", "has an action 'GITHUB_GONE'")]
    public async Task A_call_that_is_refused_for_another_reason_is_an_event(string slug, string parameters, string reason)
    {
        var happened = (await CallAsync(slug, parameters)).ShouldHaveSingleItem();

        (happened.Kind, happened.Subject).ShouldBe((RehearsalEventKind.Refused, slug));
        happened.Message.ShouldContain(reason);
    }

    [Fact]
    public async Task A_result_that_no_test_scripted_is_an_event() =>
        (await CallAsync(Issue, ValidIssue)).ShouldBe([new RehearsalEvent(RehearsalEventKind.Sampled, Issue)]);

    [Fact]
    public async Task A_scripted_result_is_no_event() =>
        (await CallAsync(Issue, ValidIssue, prepare: emulator => emulator.On(Issue).Returns(new { number = 17 }))).ShouldBeEmpty();

    private async Task<IReadOnlyCollection<RehearsalEvent>> CallAsync(
        string slug, string parameters, ApiBehavior behavior = ApiBehavior.Documented, Action<RecoupEmulator>? prepare = null)
    {
        await using var emulator = RecoupEmulator.Start(
            Catalog, new RecoupEmulatorOptions { Behavior = behavior }, Rehearsal.In(_folder));
        prepare?.Invoke(emulator);
        using var client = emulator.CreateHttpClient();
        await client.ExecuteAsync(slug, parameters);
        return RehearsalLog.Read(_folder);
    }
}
