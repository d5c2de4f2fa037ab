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

    /// <summary>Takes the scripted step for a call; null if the call is unscripted.</summary>
    /// <exception cref="RecoupEmulatorException">The emulator is strict and the call is unscripted.</exception>
    public ScriptStep? Take(StubCall call)
    {
        var stubs = _stubs;
        for (var i = stubs.Length - 1; i >= 0; i--)
        {
            if (stubs[i].Slug == call.Slug && stubs[i].Matches(call) && stubs[i].Take() is { } step)
                return step;
        }

        if (!isStrict)
            return null;
        var message = UnscriptedCall.Describe(call, stubs);
        lock (_gate)
            _unscripted.Add(message);
        throw new RecoupEmulatorException(message);
    }
}
