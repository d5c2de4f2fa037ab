using Recoup.Catalogs;
using Recoup.Catalogs.Rehearsals;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Exchanges;
using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Files;
using Recoup.Emulator.Core.Operations;
using Recoup.Emulator.Core.Replays;
using Recoup.Emulator.Core.Rules;
using Recoup.Emulator.Core.State;
using Recoup.Emulator.Core.Stubs;
using Recoup.Emulator.Deployed;
using Recoup.Emulator.Worlds;

namespace Recoup.Emulator;

/// <summary>The parts of an emulator, in the state in which it starts.</summary>
/// <param name="State">The accounts, connections and files.</param>
/// <param name="Services">What the operations use.</param>
internal sealed record EmulatorParts(PlatformState State, ApiServices Services)
{
    /// <exception cref="RecoupEmulatorException">The world of the options does not fit the catalog.</exception>
    public static EmulatorParts Create(RecoupCatalog catalog, RecoupEmulatorOptions options, Rehearsal? rehearsal)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var index = CatalogIndex.Of(catalog);
        var clock = options.TimeProvider ?? new EmulatorClock();
        var state = new PlatformState(options.Seed, DefaultAccount(options.World));
        foreach (var connector in index.Connectors.Where(connector => connector.IsConnected))
            state.SetConnection(state.Default, connector.Slug, ConnectionState.Active);

        var ids = new SeededIds(options.Seed);
        var services = new ApiServices
        {
            Catalog = index,
            State = state,
            Rules = new DivergenceSelection(options.Behavior, options.With, options.Without)
                .Apply(new ApiRules { ShowsExecutedAt = !options.OmitOptionalMembers, ShowsLogId = options.IncludeLogId }),
            Stubs = new StubBook(options.Strict),
            Replays = new ReplayBook(clock, options.Strict),
            Files = new FileScript(),
            Ids = ids,
            ResultSamples = new ResultSamples(ids),
            Journal = new JournalStore(options.JournalCapacity, options.JournalMaxBytes),
            Rehearsal = rehearsal,
            Clock = clock,
            MaxRequestBodySize = options.MaxRequestBodySize,
            MaxDepth = options.MaxDepth,
        };
        if (options.World is { } world)
            WorldSetup.Apply(world, state, services);
        return new EmulatorParts(state, services);
    }

    private static AccountIdentity DefaultAccount(World? world)
    {
        var described = world is { Accounts: [var first, ..] } ? first.Identity : new AccountIdentity();
        return described with { ApiKey = described.ApiKey ?? RecoupEmulator.DefaultApiKey };
    }
}
