namespace Recoup.Binding.Names;

/// <summary>
/// The names of siblings. Each is a function of its wire name and the set of its siblings, never of their order. Names
/// that clash all get a spelling that keeps what differs, and if that clashes as well, a hash.
/// </summary>
internal sealed class SiblingNames
{
    private readonly Dictionary<string, string> _names;

    private SiblingNames(Dictionary<string, string> names, List<string> clashes, List<string> refused, List<(string, string)> displaced) =>
        (_names, Clashes, Refused, Displaced) = (names, clashes, refused, displaced);

    /// <summary>The wire names that did not get their plain name, in ordinal order.</summary>
    public IReadOnlyList<string> Clashes { get; }

    /// <summary>The wire names whose chosen name is taken, or chosen for several, in ordinal order.</summary>
    public IReadOnlyList<string> Refused { get; }

    /// <summary>The wire names that lost their name to a chosen one, each with the wire name that got it, in ordinal order.</summary>
    public IReadOnlyList<(string WireName, string By)> Displaced { get; }

    public string this[string wireName] => _names[wireName];

    /// <summary>Names siblings.</summary>
    /// <param name="wireNames">The wire names; repeated ones count once.</param>
    /// <param name="plain">Returns the plain name of a wire name.</param>
    /// <param name="isTaken">Names no sibling may have.</param>
    /// <param name="suffix">What is appended to a name that is taken.</param>
    /// <param name="spelled">Returns the spelling of a wire name that keeps what differs.</param>
    /// <param name="comparer">Which names count as the same.</param>
    /// <param name="given">The chosen names by wire name. Siblings give way to them.</param>
    public static SiblingNames Assign(
        IEnumerable<string> wireNames,
        Func<string, string> plain,
        Func<string, bool> isTaken,
        string suffix,
        Func<string, string>? spelled = null,
        StringComparer? comparer = null,
        IReadOnlyDictionary<string, string>? given = null)
    {
        comparer ??= StringComparer.Ordinal;
        spelled ??= Identifier.Spelled;
        var distinct = wireNames.Distinct(StringComparer.Ordinal).ToArray();
        var chosen = distinct.Where(wire => given?.ContainsKey(wire) == true)
            .ToDictionary(wire => wire, wire => given![wire], StringComparer.Ordinal);
        var refused = chosen.Keys.Where(wire => isTaken(chosen[wire]))
            .Concat(Clashing(chosen, comparer))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        refused.ForEach(wire => chosen.Remove(wire));
        var choices = new HashSet<string>(chosen.Values, comparer);

        // The longer name may be taken as well: an enum "ToStringValue" with the value "ToString".
        string Free(string name) => isTaken(name) ? Free(name + suffix) : name;
        string Spell(string wire) =>
            Free(spelled(wire) is var name && Identifier.IsReserved(name) ? Identifier.Hashed(plain(wire), wire) : name);

        var names = distinct.Where(wire => !chosen.ContainsKey(wire))
            .ToDictionary(wire => wire, wire => Free(plain(wire)), StringComparer.Ordinal);
        var clashes = Clashing(names, comparer);
        foreach (var wire in clashes)
            names[wire] = Spell(wire);

        // Spelled names may meet each other or a plain one; a name that was plain stays so.
        var displaced = names.Keys.Where(wire => choices.Contains(names[wire])).OrderBy(wire => wire, StringComparer.Ordinal).ToArray();
        var madeWay = displaced.Select(wire => (wire, chosen.First(choice => comparer.Equals(choice.Value, names[wire])).Key)).ToList();
        foreach (var wire in Clashing(names, comparer).Where(clashes.Contains).Concat(displaced).ToArray())
            names[wire] = Free(Identifier.Hashed(plain(wire), wire));

        var moved = clashes.Except(displaced, StringComparer.Ordinal).Where(wire => names[wire] != Free(plain(wire))).ToList();
        foreach (var choice in chosen)
            names.Add(choice.Key, choice.Value);
        return new SiblingNames(names, moved, [.. refused.OrderBy(wire => wire, StringComparer.Ordinal)], madeWay);
    }

    private static List<string> Clashing(Dictionary<string, string> names, StringComparer comparer) =>
        [.. names.GroupBy(pair => pair.Value, comparer)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group.Select(pair => pair.Key))
            .OrderBy(wire => wire, StringComparer.Ordinal)];
}
