namespace Recoup.Emulator.Core.Scripting;

/// <summary>All stubs. Of those that match a call the latest one answers, unless its script is used up.</summary>
internal sealed class StubBook(bool isStrict)
{
    private readonly Lock _gate = new();
    private readonly List<string> _unscripted = [];
    private volatile Stub[] _stubs = [];

    public IReadOnlyList<Stub> Stubs => _stubs;

    /// <summary>The complaints about calls without a stub, in strict mode.</summary>
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

    /// <summary>The scripted step for a call; null for an unscripted one.</summary>
    /// <exception cref="RecoupEmulatorException">The call is unscripted, in strict mode.</exception>
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
        var complaint = UnscriptedCall.Describe(call, stubs);
        lock (_gate)
            _unscripted.Add(complaint);
        throw new RecoupEmulatorException(complaint);
    }
}
