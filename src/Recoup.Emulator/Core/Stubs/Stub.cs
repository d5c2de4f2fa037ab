using System.Text.Json;

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
    private Action<Stub>? _changed;

    public string Slug { get; } = slug;

    /// <summary>The number of the stub in the order of its addition, from 1; 0 as long as it has not been added.</summary>
    public int Id { get; private set; }

    /// <summary>The JSON that scripted the stub; undefined if C# did, or changed it later.</summary>
    public JsonElement Source { get; set; }

    /// <summary>The account that calls must act for; null if any may.</summary>
    public EmulatedAccount? Account { get; set; }

    /// <summary>Where calls find the stub; null if no call does.</summary>
    public StubShelf? Place { get; set; }

    /// <summary>What the stub is filed under in its place.</summary>
    public MemberKey? Key { get; set; }

    /// <summary>An object whose members the parameters of a call must have; undefined if the stub requires none.</summary>
    public JsonElement Required
    {
        get
        {
            lock (_gate)
                return _conditions.Find(condition => condition.Members.ValueKind == JsonValueKind.Object)?.Members ?? default;
        }
    }

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

    /// <summary>
    /// The steps that are left: the index of each, and for how many calls it is left, null for one call or for all; null if the script is
    /// used up.
    /// </summary>
    public IReadOnlyList<(int Index, int? Times)>? Remaining
    {
        get
        {
            lock (_gate)
            {
                return Advance() is null ? null : [.. _steps.Index().Skip(_current)
                    .Select(step => (step.Index, step.Item.Times - (step.Index == _current ? _usedOfCurrent : 0)))];
            }
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

    /// <summary>Enters a book.</summary>
    /// <param name="id">The number of the stub.</param>
    /// <param name="changed">Is called when conditions or steps have changed.</param>
    /// <returns>The number.</returns>
    public int Enter(int id, Action<Stub> changed)
    {
        (Id, _changed) = (id, changed);
        return id;
    }

    public bool IsFiledUnder(MemberKey? key) => (Key?.Shape, Key?.Hash) == (key?.Shape, key?.Hash);

    public void Add(StubCondition condition) => Change(() => _conditions.Add(condition));

    public void Add(ScriptStep step) => Change(() => _steps.Add(step));

    public void ChangeLast(Func<ScriptStep, ScriptStep> change) => Change(() => _steps[^1] = change(_steps[^1]));

    public bool IsFor(string action) => Slug == action || Slug == EveryAction;

    /// <summary>Whether a call of the stub's action meets all conditions.</summary>
    public async ValueTask<bool> MatchesAsync(StubCall call)
    {
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

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            if (_changed is not null)
                Source = default;
        }

        _changed?.Invoke(this);
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
