using System.Text.Json;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Requests;
using Recoup.Emulator.Core.Rules;

namespace Recoup.Emulator.Core.Executions;

/// <summary>An execution that has passed every check, and what its outcome may use.</summary>
internal sealed record Execution(CatalogEntry Entry, JsonElement Parameters)
{
    public required ApiRules Rules { get; init; }

    public required TimeProvider Clock { get; init; }

    public required RequestLifetime Lifetime { get; init; }

    public required SchemaWork Work { get; init; }

    public required ResultSamples Samples { get; init; }

    /// <summary>The <c>logId</c> of the provider's envelope; null if the envelope has none.</summary>
    public string? LogId { get; init; }

    public string Slug => Entry.Action.Slug;
}
