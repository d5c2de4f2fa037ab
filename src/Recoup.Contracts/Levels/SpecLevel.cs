namespace Recoup.Contracts.Levels;

/// <summary>Two OpenAPI documents: operations, parameters, bodies, statuses, then their schemas.</summary>
internal static class SpecLevel
{
    public static LevelOutcome Compare(Sides sides, DiffOptions options, CancellationToken cancellation) => new([], 0);
}
