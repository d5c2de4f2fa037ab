namespace Recoup.Emulator.Core.Stubs;

/// <summary>The script for the calls of an action that meet certain conditions.</summary>
internal sealed class Stub(string slug)
{
    /// <summary>In place of a slug: the stub is for the calls of every action.</summary>
    public const string EveryAction = "*";

    private readonly Lock _gate = new();
    private readonly List<StubCondition> _conditions = [];
    private readonly List<ScriptStep> _steps = [];
    private int _current;
    private int _usedOfCurrent;

    public string Slug { get; } = slug;

    /// <summary>The delay before the default result, for a stub without outcomes.</summary>
    public TimeSpan DelayOfDefault { get; set; }

    /// <summary>The number of calls that this stub has answered.</summary>
    public int Uses { get; private set; }

    public IReadOnlyList<StubCondition> Conditions
    {
        get
        {
            lock (_gate)
                return [.. _conditions];
        }
    }

    public IReadOnlyList<ScriptStep> Steps
    {
        get
        {
            lock (_gate)
                return [.. _steps];
        }
    }

    /// <summary>The steps that no call has reached yet.</summary>
    public IReadOnlyList<ScriptStep> Unreached
    {
        get
        {
            lock (_gate)
                return [.. _steps.Skip(_usedOfCurrent > 0 ? _current + 1 : _current)];
        }
    }

    public bool IsUsedUp
    {
        get
        {
            lock (_gate)
                return Advance() is null;
        }
    }

    public void Add(StubCondition condition)
    {
        lock (_gate)
            _conditions.Add(condition);
    }

    public void Add(ScriptStep step)
    {
        lock (_gate)
            _steps.Add(step);
    }

    public void ChangeLast(Func<ScriptStep, ScriptStep> change)
    {
        lock (_gate)
            _steps[^1] = change(_steps[^1]);
    }

    public bool IsFor(string action) => Slug == action || Slug == EveryAction;

    public async ValueTask<bool> MatchesAsync(StubCall call)
    {
        if (!IsFor(call.Slug))
            return false;
        foreach (var condition in Conditions)
        {
            if (await condition.CheckAsync(call).ConfigureAwait(false) is not null)
                return false;
        }
        return true;
    }

    /// <summary>Takes the next step; null if the script is used up.</summary>
    public ScriptStep? Take()
    {
        lock (_gate)
        {
            if (Advance() is not { } step)
                return null;
            _usedOfCurrent++;
            Uses++;
            return step;
        }
    }

    // A stub without outcomes gives the default result.
    private ScriptStep? Advance()
    {
        if (_steps.Count == 0)
            return ScriptStep.Default with { Delay = DelayOfDefault };
        while (_current < _steps.Count)
        {
            var step = _steps[_current];
            var isLast = _current == _steps.Count - 1;
            if (step.Times is null && isLast)
                return step;
            if (_usedOfCurrent < (step.Times ?? 1))
                return step;
            (_current, _usedOfCurrent) = (_current + 1, 0);
        }
        return null;
    }
}
