using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Emulator.Tests.Hosts;

namespace Recoup.Emulator.Tests.Parity;

/// <summary>Requests that the real server has answered. The emulator in deployed behavior gives the same responses.</summary>
public sealed class ParityTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Host.InProcess)]
    [InlineData(Host.Port)]
    public async Task The_emulator_responds_as_the_real_server_did(Host host)
    {
        var folder = TestData.RequireExternal("parity");
        var world = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "world.json"), Canceled));
        var catalog = RecoupCatalog.Load(Path.Combine(folder, "catalog.json"));

        // The served catalog says "string" where the provider takes a file.
        var ofProvider = RecoupCatalog.Load(Path.Combine(folder, "provider-catalog.json"));
        var comparison = new ParityComparison(
            world, JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "catalog.json"), Canceled)));
        var (compared, different) = (0, new List<string>());

        // The rows of a sequence follow one another in one world. Any other row has a world of its own.
        foreach (var rows in Runs(ParityRow.Read(Path.Combine(folder, "exchanges.jsonl"))))
        {
            await using var parity = await ParityWorld.StartAsync(
                world, rows[0].Group == "files-in-parameters" ? ofProvider : catalog, rows[0].Upstream, host);
            foreach (var row in rows)
            {
                if (row.Control is { } control)
                    parity.Set(control);
                if (row.Compare == "none" || await parity.SendAsync(row) is not { } answer)
                    continue;
                compared++;
                if (comparison.Difference(row, answer, parity.Fill) is { } difference)
                    different.Add($"{row}: {difference}");
            }
        }

        different.ShouldBeEmpty();
        compared.ShouldBeGreaterThan(500);
    }

    private static IEnumerable<List<ParityRow>> Runs(IEnumerable<ParityRow> rows)
    {
        var run = new List<ParityRow>();
        foreach (var row in rows)
        {
            if (run.Count > 0 && (row.Sequence is null || row.Sequence != run[^1].Sequence))
            {
                yield return run;
                run = [];
            }

            run.Add(row);
        }

        if (run.Count > 0)
            yield return run;
    }
}
