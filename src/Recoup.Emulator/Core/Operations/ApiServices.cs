using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Exchanges;
using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Files;
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

    public required ResultSamples ResultSamples { get; init; }

    public required JournalStore Journal { get; init; }

    public required TimeProvider Clock { get; init; }

    public required int MaxRequestBodySize { get; init; }

    public required int MaxDepth { get; init; }
}
