namespace Recoup.Emulator.Core.Stubs;

/// <summary>The stub that comes nearest to answering a call.</summary>
/// <param name="Stub">The stub.</param>
/// <param name="Of">The number of stubs for the action.</param>
/// <param name="Checks">Each condition, and why the call does not meet it; null if it does.</param>
internal sealed record NearMiss(Stub Stub, int Of, IReadOnlyList<(string Text, string? WhyNot)> Checks)
{
    /// <summary>Finds the stub with the fewest conditions that the call does not meet; null if no stub is for the action.</summary>
    public static async ValueTask<NearMiss?> FindAsync(StubCall call, IReadOnlyList<Stub> stubs)
    {
        var (nearest, fewest, count) = ((NearMiss?)null, int.MaxValue, 0);
        foreach (var stub in stubs.Where(stub => stub.IsFor(call.Slug)))
        {
            count++;
            var checks = new List<(string, string?)>();
            foreach (var condition in stub.Conditions)
                checks.Add((condition.Text, await CheckAsync(condition, call).ConfigureAwait(false)));
            var failed = checks.Count(check => check.Item2 is not null);
            if (failed < fewest)
                (nearest, fewest) = (new NearMiss(stub, 0, checks), failed);
        }

        return nearest is null ? null : nearest with { Of = count };
    }

    private static async ValueTask<string?> CheckAsync(StubCondition condition, StubCall call)
    {
        try
        {
            return await condition.CheckAsync(call).ConfigureAwait(false);
        }
        catch (RecoupEmulatorException exception)
        {
            return exception.Message;
        }
    }
}
