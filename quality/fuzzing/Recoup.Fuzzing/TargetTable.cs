using Recoup.Fuzzing.Targets;

namespace Recoup.Fuzzing;

/// <summary>The readers of input that strangers can write. Each throws for an input only if a promise is broken.</summary>
internal static class TargetTable
{
    /// <summary>The targets by the names of their folders in the corpus.</summary>
    public static IReadOnlyDictionary<string, Action<ReadOnlyMemory<byte>>> All { get; } =
        new Dictionary<string, Action<ReadOnlyMemory<byte>>>(StringComparer.Ordinal)
        {
            ["catalog"] = CatalogTarget.Run,
            ["http"] = HttpTarget.Run,
            ["names"] = NamesTarget.Run,
            ["openapi"] = OpenApiTarget.Run,
            ["recording"] = RecordingTarget.Run,
            ["schema"] = SchemaTarget.Run,
            ["world"] = WorldTarget.Run,
        };
}
