using System.Text.Json;
using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Exchanges;

/// <summary>The memory that the journal really takes. No other test runs meanwhile.</summary>
[Collection(nameof(JournalMemoryTests))]
public sealed class JournalMemoryTests
{
    [Fact]
    public async Task The_memory_of_responses_is_freed_when_they_are_dropped()
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { JournalMaxBytes = 4 << 20 });
        emulator.On(Update).Returns(JsonElement.Parse($$"""{"text":"{{new string('x', 7_000)}}"}"""));
        using var client = emulator.CreateHttpClient();
        await client.ExecuteAsync(Update, ValidUpdate);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 5_000; i++)
            await client.ExecuteAsync(Update, ValidUpdate);

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(16 << 20);
        emulator.Journal.Count().ShouldBe(5_001);
        emulator.Journal.All()[^1].ResponseBody.IsEmpty.ShouldBeFalse();
        emulator.Journal.All()[0].ResponseBody.IsEmpty.ShouldBeTrue();
    }
}

/// <summary>Keeps other tests from running at the same time.</summary>
[CollectionDefinition(nameof(JournalMemoryTests), DisableParallelization = true)]
public sealed class JournalMemoryCollection;
