using System.Text.Json;

namespace Recoup.Emulator.Core.Stubs;

/// <summary>
/// The stubs of an action that can still answer a call, by the members that they require. So a call is compared with those stubs only that
/// it may match, however many there are.
/// </summary>
internal sealed class StubShelf
{
    private const int MostDrawers = 16;

    private readonly List<(string[] Names, Dictionary<int, Stub[]> ByHash)> _drawers = [];
    private Stub[] _others = [];

    /// <summary>Puts a stub into its place.</summary>
    public void Add(Stub stub)
    {
        if (DrawerOf(stub.Key, mayOpen: true) is { } drawer)
            drawer[stub.Key!.Value.Hash] = With(drawer.GetValueOrDefault(stub.Key.Value.Hash, []), stub);
        else
            _others = With(_others, stub);
    }

    /// <summary>Takes a stub from its place.</summary>
    public void Remove(Stub stub)
    {
        if (DrawerOf(stub.Key, mayOpen: false) is { } drawer && drawer.TryGetValue(stub.Key!.Value.Hash, out var stubs))
        {
            stubs = [.. stubs.Where(other => other != stub)];
            if (stubs.Length > 0)
                drawer[stub.Key.Value.Hash] = stubs;
            else
                drawer.Remove(stub.Key.Value.Hash);
        }

        // A stub whose key came later than the last free drawer is among the others.
        if (Array.IndexOf(_others, stub) >= 0)
            _others = [.. _others.Where(other => other != stub)];
    }

    /// <summary>Adds the lists of the stubs that parameters may match, each with the oldest stub first.</summary>
    public void Find(JsonElement parameters, List<ArraySegment<Stub>> lists)
    {
        if (_others.Length > 0)
            lists.Add(_others);
        foreach (var (names, byHash) in _drawers)
        {
            if (byHash.Count > 0 && MemberKey.HashOf(parameters, names) is { } hash && byHash.TryGetValue(hash, out var stubs))
                lists.Add(stubs);
        }
    }

    private Dictionary<int, Stub[]>? DrawerOf(MemberKey? key, bool mayOpen)
    {
        if (key is not { } known)
            return null;
        foreach (var (names, byHash) in _drawers)
        {
            if (names.AsSpan().SequenceEqual(known.Names))
                return byHash;
        }

        if (!mayOpen || _drawers.Count == MostDrawers)
            return null;
        var drawer = new Dictionary<int, Stub[]>();
        _drawers.Add((known.Names, drawer));
        return drawer;
    }

    private static Stub[] With(Stub[] stubs, Stub stub)
    {
        // A stub may come back: then it goes where its number says.
        var at = stubs.Length;
        while (at > 0 && stubs[at - 1].Id > stub.Id)
            at--;
        return [.. stubs.AsSpan(0, at), stub, .. stubs.AsSpan(at)];
    }
}
