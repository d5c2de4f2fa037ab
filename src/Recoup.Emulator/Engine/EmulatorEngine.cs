using System.Diagnostics;
using Recoup.Catalogs;
using Recoup.Catalogs.Rehearsals;
using Recoup.Emulator.Core;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Changes;
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

namespace Recoup.Emulator.Engine;

/// <summary>
/// The state and the behavior that an emulator has now. A new behavior or a new state replaces the API, and requests that are under way end
/// with the one with which they began.
/// </summary>
internal sealed class EmulatorEngine
{
    private readonly RecoupCatalog _catalog;
    private readonly RecoupEmulatorOptions _options;
    private readonly Rehearsal? _rehearsal;
    private readonly Lock _gate = new();
    private readonly Lock _resetting = new();
    private volatile Running _running;
    private int _epoch;

    /// <exception cref="RecoupEmulatorException">The world of the options does not fit the catalog.</exception>
    public EmulatorEngine(RecoupCatalog catalog, RecoupEmulatorOptions options, Rehearsal? rehearsal)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        (_catalog, _options, _rehearsal) = (catalog, options, rehearsal);
        if (options.ApiKey is { } key && !WorldValue.IsCredential(key))
        {
            throw new RecoupEmulatorException(
                "RecoupEmulatorOptions.ApiKey: expected 8 to 256 visible ASCII characters, got another text.");
        }

        Clock = options.TimeProvider ?? new EmulatorClock();
        Exchanges = new JournalStore(options.JournalCapacity, options.JournalMaxBytes, Changes, options.OnExchange);
        Journal = new Journal(Exchanges, Clock, RequireAction, () => State.Secrets);
        _running = Create(options.World, new DivergenceSelection(options.Behavior, options.With, options.Without));
    }

    public ChangeFeed Changes { get; } = new();

    public JournalStore Exchanges { get; }

    /// <summary>The exchanges as a test sees them.</summary>
    public Journal Journal { get; }

    public TimeProvider Clock { get; }

    public PlatformState State => _running.State;

    public ApiServices Services => _running.Services;

    public ConnectorsApi Api => _running.Api;

    public DivergenceSelection Selection => _running.Selection;

    /// <summary>Called after each reset, to repeat the setup of the host.</summary>
    public Action? Setup { get; set; }

    /// <summary>Replaces the state, and clears the journal.</summary>
    /// <exception cref="RecoupEmulatorException">The world does not fit the catalog. The state is what it was.</exception>
    public void Load(World world) => Replace(world, Selection, State.ConnectionCount);

    /// <summary>
    /// Restores the state, the behavior and the clock with which the emulator started. If the setup throws, everything is what it was.
    /// Two resets do not overlap.
    /// </summary>
    public void Reset()
    {
        lock (_resetting)
        {
            var turnBack = _options.TimeProvider is null ? ((EmulatorClock)Clock).Restart() : null;
            var undo = Replace(_options.World, new DivergenceSelection(_options.Behavior, _options.With, _options.Without));
            try
            {
                Setup?.Invoke();
            }
            catch
            {
                turnBack?.Invoke();
                undo();
                throw;
            }
        }
    }

    /// <summary>Selects a behavior. Divergences that were switched individually are reset.</summary>
    public void Select(ApiBehavior behavior) => Select(_ => new DivergenceSelection(behavior, [], []));

    /// <summary>Switches a divergence on or off.</summary>
    /// <exception cref="RecoupEmulatorException">No request can show the divergence; the message says why.</exception>
    public void Switch(Divergence divergence, bool isOn)
    {
        if (divergence.WhyNotObservable is { } reason)
            throw new RecoupEmulatorException($"The divergence {divergence.Id} cannot be switched: {reason}");
        Select(selection => selection.Switch(divergence, isOn));
    }

    /// <summary>Saves the state.</summary>
    /// <exception cref="RecoupEmulatorException">The state is larger than a world can be.</exception>
    public World Save()
    {
        var running = _running;
        try
        {
            return World.Parse(WorldWriter.Write(running.State, running.Services));
        }
        catch (RecoupEmulatorException exception)
        {
            throw new RecoupEmulatorException($"The state cannot be saved as a world: {exception.Message}", exception);
        }
    }

    /// <summary>Finds what a strict test must not leave.</summary>
    public IReadOnlyList<string> FindLeftOver() => StrictCheck.Find(Services.Stubs, Exchanges);

    /// <summary>Changes which divergences the emulator shows.</summary>
    private void Select(Func<DivergenceSelection, DivergenceSelection> change)
    {
        lock (_gate)
        {
            var selection = change(_running.Selection);
            var services = _running.Services with { Rules = RulesOf(selection) };
            _running = _running with { Selection = selection, Services = services, Api = new ConnectorsApi(services) };
        }

        Changes.Note(Change.Behavior);
    }

    /// <summary>Replaces the state. A request that began with the old API is no part of the journal of the new one.</summary>
    /// <returns>Restores the old state, and its journal.</returns>
    private Action Replace(World? world, DivergenceSelection selection, int connections = 0)
    {
        Running before;
        Action restoreJournal;
        lock (_gate)
        {
            var next = Create(world, selection, connections, ++_epoch);
            (before, restoreJournal) = (_running, Exchanges.Restart(_epoch));
            _running = next;
        }

        Changes.Note(Change.State);
        return () =>
        {
            lock (_gate)
            {
                restoreJournal();
                _running = before;
            }

            Changes.Note(Change.State);
        };
    }

    private Running Create(World? world, DivergenceSelection selection, int connections = 0, int epoch = 0)
    {
        var index = CatalogIndex.Of(_catalog);
        var state = new PlatformState(_options.Seed, DefaultAccount(world), Changes, connections);
        foreach (var connector in index.Connectors.Where(connector => connector.IsConnected))
            state.SetConnection(state.Default, connector.Slug, ConnectionState.Active);

        var ids = new SeededIds(_options.Seed);
        var services = new ApiServices
        {
            Catalog = index,
            State = state,
            Rules = RulesOf(selection),
            Stubs = new StubBook(_options.Strict, Changes),
            Replays = new ReplayBook(Clock, _options.Strict),
            Files = new FileScript(),
            Ids = ids,
            ResultSamples = new ResultSamples(ids),
            Journal = Exchanges,
            Epoch = epoch,
            Rehearsal = _rehearsal,
            Clock = Clock,
            MaxRequestBodySize = _options.MaxRequestBodySize,
            MaxDepth = _options.MaxDepth,
        };
        if (world is not null)
            WorldSetup.Apply(world, state, services);
        return new Running(state, services, new ConnectorsApi(services), selection);
    }

    [StackTraceHidden]
    private string RequireAction(string slug) => Services.Catalog.RequireAction(slug);

    private ApiRules RulesOf(DivergenceSelection selection) =>
        selection.Apply(new ApiRules { ShowsExecutedAt = !_options.OmitOptionalMembers, ShowsLogId = _options.IncludeLogId });

    private AccountIdentity DefaultAccount(World? world)
    {
        var described = world is { Accounts: [var first, ..] } ? first.Identity : new AccountIdentity();
        return described with { ApiKey = described.ApiKey ?? _options.ApiKey ?? AccountIdentity.DefaultApiKey };
    }

    private sealed record Running(PlatformState State, ApiServices Services, ConnectorsApi Api, DivergenceSelection Selection);
}
