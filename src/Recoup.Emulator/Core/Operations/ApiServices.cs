using Recoup.Catalogs.Rehearsals;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Exchanges;
using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Files;
using Recoup.Emulator.Core.Formats;
using Recoup.Emulator.Core.Replays;
using Recoup.Emulator.Core.Rules;
using Recoup.Emulator.Core.State;
using Recoup.Emulator.Core.Stubs;

namespace Recoup.Emulator.Core.Operations;

/// <summary>The services that the operations of one emulator use.</summary>
internal sealed record ApiServices
{
    public required CatalogIndex Catalog { get; init; }

    public required IPlatformState State { get; init; }

    public required ApiRules Rules { get; init; }

    public required StubBook Stubs { get; init; }

    public required ReplayBook Replays { get; init; }

    public required FileScript Files { get; init; }

    public required SeededIds Ids { get; init; }

    public required ResultSamples ResultSamples { get; init; }

    public required JournalStore Journal { get; init; }

    /// <summary>Counts the states of the emulator. The journal records the exchanges of its latest state.</summary>
    public int Epoch { get; init; }

    /// <summary>The rehearsal that the test is a part of, or null.</summary>
    public Rehearsal? Rehearsal { get; init; }

    public required TimeProvider Clock { get; init; }

    public required int MaxRequestBodySize { get; init; }

    public required int MaxDepth { get; init; }

    /// <summary>The connectors that are listed and can be authorized: those that the platform offers, and those of the catalog.</summary>
    public IEnumerable<string> Connectors => Rules.OfferedConnectors
        .Concat(Catalog.Connectors.Select(connector => connector.Slug).Where(Rules.IsConnector))
        .Distinct(StringComparer.Ordinal);

    /// <summary>The connectors that an account can have a connection to.</summary>
    public IReadOnlySet<string> KnownConnectors =>
        Catalog.Connectors.Select(connector => connector.Slug).Concat(Rules.OfferedConnectors).ToHashSet(StringComparer.Ordinal);

    /// <summary>Returns the slug if a connector has it.</summary>
    /// <exception cref="RecoupEmulatorException">No connector has it.</exception>
    public string RequireConnector(string slug)
    {
        ArgumentNullException.ThrowIfNull(slug);
        var known = KnownConnectors;
        return known.Contains(slug) ? slug : throw CatalogIndex.Unknown("connector", slug, known);
    }

    /// <summary>Stages the file at a URL.</summary>
    public EmulatedFile Stage(string url, FileOutcome outcome)
    {
        var name = Rules.FileNameOf(url);
        return State.Stage(url, outcome.Name ?? name, outcome.MimeType ?? FileNames.MimeTypeOf(name));
    }
}
