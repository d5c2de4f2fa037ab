using System.Text.Json;

namespace Recoup.Emulator.Core.Stubs;

/// <summary>
/// The stubs of an action that can still answer a call, by the values that they require. A call is compared only with stubs that it may
/// match.
/// </summary>
internal sealed class StubShelf
{
    private const int MostDrawers = 16;

    private readonly Dictionary<string, Drawer> _drawers = new(StringComparer.Ordinal);
    private Stub[] _others = [];

    /// <summary>Puts a stub into its place.</summary>
    public void Add(Stub stub)
    {
        if (stub.Key is not { } key || !(_drawers.ContainsKey(key.Shape) || _drawers.Count < MostDrawers))
        {
            _others = With(_others, stub);
            return;
        }

        if (!_drawers.TryGetValue(key.Shape, out var drawer))
            _drawers.Add(key.Shape, drawer = new Drawer(key.Places, []));
        drawer.ByHash[key.Hash] = With(drawer.ByHash.GetValueOrDefault(key.Hash, []), stub);
    }

    /// <summary>Takes a stub from its place.</summary>
    public void Remove(Stub stub)
    {
        if (stub.Key is { } key && _drawers.TryGetValue(key.Shape, out var drawer)
            && drawer.ByHash.TryGetValue(key.Hash, out var stubs) && Array.IndexOf(stubs, stub) >= 0)
        {
            if (stubs.Length > 1)
                drawer.ByHash[key.Hash] = Without(stubs, stub);
            else
                drawer.ByHash.Remove(key.Hash);
            if (drawer.ByHash.Count == 0)
                _drawers.Remove(key.Shape);
        }
        else
        {
            _others = Without(_others, stub);
        }
    }

    /// <summary>Adds the lists of the stubs that parameters may match, each with the oldest stub first.</summary>
    public void Find(JsonElement parameters, List<ArraySegment<Stub>> lists)
    {
        if (_others.Length > 0)
            lists.Add(_others);
        foreach (var (places, byHash) in _drawers.Values)
        {
            if (MemberKey.HashOf(parameters, places) is { } hash && byHash.TryGetValue(hash, out var stubs))
                lists.Add(stubs);
        }
    }

    // A stub may come back: then it goes where its number says.
    private static Stub[] With(Stub[] stubs, Stub stub)
    {
        var at = stubs.Length;
        while (at > 0 && stubs[at - 1].Id > stub.Id)
            at--;
        return [.. stubs.AsSpan(0, at), stub, .. stubs.AsSpan(at)];
    }

    private static Stub[] Without(Stub[] stubs, Stub stub) =>
        Array.IndexOf(stubs, stub) is >= 0 and var at ? [.. stubs.AsSpan(0, at), .. stubs.AsSpan(at + 1)] : stubs;

    /// <summary>The stubs that require values at the same places, by the hash of the values.</summary>
    private sealed record Drawer(string[][] Places, Dictionary<int, Stub[]> ByHash);
}
