using Recoup.Emulator.Core.Changes;

namespace Recoup.Emulator.Core.Stubs;

/// <summary>The stubs of one emulator. The latest matching stub whose script is not used up answers a call.</summary>
internal sealed class StubBook(bool isStrict, ChangeFeed changes)
{
    /// <summary>The largest number of stubs.</summary>
    public const int Most = 10_000;

    private const int MostMessages = 1_000;

    private readonly Lock _gate = new();
    private readonly List<string> _unscripted = [];
    private readonly SortedDictionary<int, Stub> _stubs = [];
    private readonly Dictionary<string, StubShelf> _shelves = new(StringComparer.Ordinal);
    private int _last;

    /// <summary>All stubs, the oldest first.</summary>
    public IReadOnlyList<Stub> Stubs
    {
        get
        {
            lock (_gate)
                return [.. _stubs.Values];
        }
    }

    /// <summary>The messages about the first 1,000 unscripted calls, in strict mode.</summary>
    public IReadOnlyList<string> Unscripted
    {
        get
        {
            lock (_gate)
                return [.. _unscripted];
        }
    }

    public bool IsStrict => isStrict;

    /// <summary>The number of the latest stub.</summary>
    public int Last => Volatile.Read(ref _last);

    /// <summary>Adds a stub. From now on, it answers calls.</summary>
    /// <exception cref="RecoupEmulatorException">There are too many stubs.</exception>
    public Stub Add(Stub stub)
    {
        lock (_gate)
        {
            if (_stubs.Count == Most)
                throw new RecoupEmulatorException($"The emulator has {Most:N0} stubs, and cannot take more. Remove stubs first.");
            _stubs.Add(stub.Enter(++_last, Refile), stub);
            Refile(stub);
        }

        changes.Note(Change.Stubs);
        return stub;
    }

    public Stub? Find(int id)
    {
        lock (_gate)
            return _stubs.GetValueOrDefault(id);
    }

    /// <summary>Removes a stub; false if there is none with this number.</summary>
    public bool Remove(int id)
    {
        lock (_gate)
        {
            if (!_stubs.Remove(id, out var stub))
                return false;
            stub.Place?.Remove(stub);
            stub.Place = null;
        }

        changes.Note(Change.Stubs);
        return true;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _stubs.Clear();
            _shelves.Clear();
        }

        changes.Note(Change.Stubs);
    }

    /// <summary>Takes the scripted step for a call; null if the call is unscripted.</summary>
    public async ValueTask<(Stub Stub, ScriptStep Step)?> TakeAsync(StubCall call)
    {
        if (Candidates(call) is not { } lists)
            return null;
        while (Latest(lists) is { } stub)
        {
            if (!await stub.MatchesAsync(call).ConfigureAwait(false) || stub.Take() is not { } step)
                continue;
            if (stub.IsUsedUp)
                Refile(stub);
            return (stub, step);
        }

        return null;
    }

    /// <summary>The exception about a call that nothing answers.</summary>
    /// <param name="call">The call.</param>
    /// <param name="miss">How the nearest recording differs; null if there is none.</param>
    public async ValueTask<RecoupEmulatorException> UnansweredAsync(StubCall call, string? miss)
    {
        var message = await UnscriptedCall.DescribeAsync(call, Stubs, miss).ConfigureAwait(false);
        lock (_gate)
        {
            if (_unscripted.Count < MostMessages)
                _unscripted.Add(message);
        }

        return new RecoupEmulatorException(message);
    }

    private List<ArraySegment<Stub>>? Candidates(StubCall call)
    {
        lock (_gate)
        {
            if (_shelves.Count == 0)
                return null;
            var lists = new List<ArraySegment<Stub>>();
            _shelves.GetValueOrDefault(call.Slug)?.Find(call.Parameters, lists);
            _shelves.GetValueOrDefault(Stub.EveryAction)?.Find(call.Parameters, lists);
            return lists;
        }
    }

    /// <summary>Takes the latest stub from lists with the oldest first.</summary>
    private static Stub? Latest(List<ArraySegment<Stub>> lists)
    {
        var latest = -1;
        for (var i = 0; i < lists.Count; i++)
        {
            if (lists[i].Count > 0 && (latest < 0 || lists[i][^1].Id > lists[latest][^1].Id))
                latest = i;
        }

        if (latest < 0)
            return null;
        var stub = lists[latest][^1];
        lists[latest] = lists[latest][..^1];
        return stub;
    }

    /// <summary>Puts a stub where calls find it; nowhere, if it is used up.</summary>
    private void Refile(Stub stub)
    {
        lock (_gate)
        {
            if (!_stubs.ContainsKey(stub.Id))
                return;
            var (key, isUsedUp) = (MemberKey.Of(stub.Required), stub.IsUsedUp);
            if (stub.Place is { } place)
            {
                if (!isUsedUp && stub.IsFiledUnder(key))
                    return;
                place.Remove(stub);
                stub.Place = null;
            }

            if (isUsedUp)
                return;
            stub.Key = key;
            if (!_shelves.TryGetValue(stub.Slug, out var shelf))
                _shelves.Add(stub.Slug, shelf = new StubShelf());
            shelf.Add(stub);
            stub.Place = shelf;
        }
    }
}
