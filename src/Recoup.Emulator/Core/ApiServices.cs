using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Journaling;
using Recoup.Emulator.Core.Outcomes;
using Recoup.Emulator.Core.Scripting;
using Recoup.Emulator.State;

namespace Recoup.Emulator.Core;

/// <summary>What the operations of one emulator work with.</summary>
internal sealed record ApiServices
{
    public required CatalogIndex Catalog { get; init; }

    public required IPlatformState State { get; init; }

    public required ApiRules Rules { get; init; }

    public required StubBook Stubs { get; init; }

    public required FileScript Files { get; init; }

    public required DefaultResults DefaultResults { get; init; }

    public required JournalStore Journal { get; init; }

    public required TimeProvider Clock { get; init; }

    public required int MaxRequestBodySize { get; init; }

    public required int MaxDepth { get; init; }
}
