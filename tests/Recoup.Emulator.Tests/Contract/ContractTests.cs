using System.Text.Json;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Contract;

/// <summary>Visits every status of every operation, and validates each body against the OpenAPI document.</summary>
public sealed class ContractTests
{
    public static MatrixTheoryData<Host, ApiBehavior, string> Tour =>
        new(Enum.GetValues<Host>(), Enum.GetValues<ApiBehavior>(), ContractTour.Stops.Select(stop => stop.Name));

    [Theory, MemberData(nameof(Tour))]
    public async Task Each_documented_status_of_each_operation_is_returned(Host host, ApiBehavior behavior, string documented)
    {
        var stop = ContractTour.Stops.Single(stop => stop.Name == documented);
        await using var mounted = await MountedEmulator.StartAsync(host, behavior);
        ContractTour.Prepare(mounted.Emulator);

        var answer = await stop.SendAsync(mounted);

        ((int)answer.Status).ShouldBe(stop.StatusIn(behavior), answer.Body);
        answer.ContentType.ShouldBe("application/json");
        if (behavior == ApiBehavior.Documented || stop.Deployed == 200)
            SpecDocument.Schema(stop.Method, stop.Path, stop.StatusIn(behavior))
                .Validate(answer.Json).Violations.Select(violation => violation.Message).ShouldBeEmpty(answer.Body);
        if (behavior == ApiBehavior.Documented && stop.Status >= 400)
            answer.DocumentedError(stop.Status);
    }

    [Fact]
    public void The_tour_covers_every_documented_status() =>
        ContractTour.Stops.Select(stop => stop.Name).ShouldBe(SpecDocument.Statuses, ignoreOrder: true);

    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task Both_hosts_return_the_same_bytes(ApiBehavior behavior)
    {
        await using var inProcess = await MountedEmulator.StartAsync(Host.InProcess, behavior);
        await using var port = await MountedEmulator.StartAsync(Host.Port, behavior);
        ContractTour.Prepare(inProcess.Emulator);
        ContractTour.Prepare(port.Emulator);

        foreach (var stop in ContractTour.Stops)
            Seen(await stop.SendAsync(inProcess)).ShouldBe(Seen(await stop.SendAsync(port)), stop.Name);
    }

    [Fact]
    public async Task The_list_of_actions_is_a_catalog_for_another_emulator()
    {
        await using var mounted = await MountedEmulator.StartAsync(Host.InProcess);

        var listed = Recoup.Catalogs.RecoupCatalog.Parse((await mounted.Client.GetAnswerAsync(Requests.Actions)).Body);

        listed.Actions.Count.ShouldBe(Catalog.Actions.Count);
        JsonElement.DeepEquals(listed.Actions[0].Parameters, Catalog.Actions[0].Parameters).ShouldBeTrue();
    }

    // Date and length headers are not compared: the server adds the date, and the length follows from the body.
    private static string Seen(Answer answer) => string.Join('\n',
        [
            $"{answer.Status}",
            answer.ContentType,
            answer.Body,
            .. answer.Headers.Where(header => header.Key is not "Date").Select(header => $"{header.Key}: {header.Value}").Order(),
        ]);
}
