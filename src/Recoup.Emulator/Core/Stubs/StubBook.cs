namespace Recoup.Emulator.Core.Stubs;

/// <summary>The stubs of one emulator. The latest matching stub whose script is not used up answers a call.</summary>
internal sealed class StubBook(bool isStrict)
{
    private readonly Lock _gate = new();
    private readonly List<string> _unscripted = [];
    private volatile Stub[] _stubs = [];

    public IReadOnlyList<Stub> Stubs => _stubs;

    /// <summary>The messages about unscripted calls, in strict mode.</summary>
    public IReadOnlyList<string> Unscripted
    {
        get
        {
            lock (_gate)
                return [.. _unscripted];
        }
    }

    public Stub Add(Stub stub)
    {
        lock (_gate)
            _stubs = [.. _stubs, stub];
        return stub;
    }

    public bool IsStrict => isStrict;

    /// <summary>Takes the scripted step for a call; null if the call is unscripted.</summary>
    public async ValueTask<ScriptStep?> TakeAsync(StubCall call)
    {
        var stubs = _stubs;
        for (var i = stubs.Length - 1; i >= 0; i--)
        {
            if (await stubs[i].MatchesAsync(call).ConfigureAwait(false) && stubs[i].Take() is { } step)
                return step;
        }

        return null;
    }

    /// <summary>The exception about a call that nothing answers.</summary>
    /// <param name="call">The call.</param>
    /// <param name="miss">How the nearest recording differs; null if there is none.</param>
    public async ValueTask<RecoupEmulatorException> UnansweredAsync(StubCall call, string? miss)
    {
        var message = await UnscriptedCall.DescribeAsync(call, _stubs, miss).ConfigureAwait(false);
        lock (_gate)
            _unscripted.Add(message);
        return new RecoupEmulatorException(message);
    }
}
