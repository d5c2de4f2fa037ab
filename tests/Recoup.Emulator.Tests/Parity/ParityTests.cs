using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Emulator.Tests.Hosts;

namespace Recoup.Emulator.Tests.Parity;

/// <summary>Requests that the real server has answered. The emulator in deployed behavior gives the same responses.</summary>
public sealed class ParityTests
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_emulator_responds_as_the_real_server_did_and_the_page_says_so()
    {
        var folder = TestData.RequireExternal("parity");
        var rows = ParityRow.Read(Path.Combine(folder, "exchanges.jsonl"));
        var world = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "world.json"), Canceled));
        var onPort = await CompareAsync(folder, world, rows, Host.Port);
        var inProcess = await CompareAsync(folder, world, rows, Host.InProcess);

        onPort.Concat(inProcess).Where(row => row.Value is not null).Select(row => $"{row.Key}: {row.Value}").ShouldBeEmpty();

        var page = new ParityPage();
        foreach (var row in rows.Where(row => row.Control is null))
        {
            if (onPort.TryGetValue(row, out var difference))
                page.Count(row, difference is null, inProcess.ContainsKey(row));
            else
                page.CountOmitted(row);
        }

        var schemas = (await File.ReadAllLinesAsync(Path.Combine(folder, "rendering.jsonl"), Canceled)).Length;
        await ShouldBeThePageAsync(page.Write(world, schemas));
    }

    private static async Task ShouldBeThePageAsync(string text)
    {
        var path = Path.Combine(TestData.Repository, "docs", "parity.md");
        var stored = File.Exists(path) ? await File.ReadAllTextAsync(path, Canceled) : "";
        if (stored.ReplaceLineEndings("\n") == text.ReplaceLineEndings("\n"))
            return;
        var received = Path.Combine(AppContext.BaseDirectory, "parity.received.md");
        await File.WriteAllTextAsync(received, text, Canceled);
        stored.ShouldBe(text, $"If the figures are right: cp {received} {path}");
    }

    /// <summary>The difference of each response that was compared; null if it is equal.</summary>
    private static async Task<Dictionary<ParityRow, string?>> CompareAsync(
        string folder, JsonElement world, IReadOnlyList<ParityRow> rows, Host host)
    {
        var catalog = RecoupCatalog.Load(Path.Combine(folder, "catalog.json"));

        // The served catalog says "string" where the provider takes a file.
        var ofProvider = RecoupCatalog.Load(Path.Combine(folder, "provider-catalog.json"));
        var comparison = new ParityComparison(
            world, JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "catalog.json"), Canceled)));
        var compared = new Dictionary<ParityRow, string?>(ReferenceEqualityComparer.Instance);

        // The rows of a sequence follow one another in one world. Any other row has a world of its own.
        foreach (var run in Runs(rows))
        {
            await using var parity = await ParityWorld.StartAsync(
                world, run[0].Group == "files-in-parameters" ? ofProvider : catalog, run[0].Upstream, host);
            foreach (var row in run)
            {
                if (row.Control is { } control)
                    parity.Set(control);
                else if (row.Compare != "none" && await parity.SendAsync(row) is { } answer)
                    compared[row] = comparison.Difference(row, answer, parity.Fill);
            }
        }

        return compared;
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
