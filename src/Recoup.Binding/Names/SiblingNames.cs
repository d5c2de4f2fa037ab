namespace Recoup.Binding.Names;

/// <summary>
/// Names that stand side by side. Each is a function of its wire name and the set of its siblings, never of their order: of names
/// that clash all take the spelling that keeps what differs, and where that clashes as well, a hash.
/// </summary>
internal sealed class SiblingNames
{
    private readonly Dictionary<string, string> _names;

    private SiblingNames(Dictionary<string, string> names, List<string> clashes) => (_names, Clashes) = (names, clashes);

    /// <summary>The wire names that did not get their plain name, in ordinal order.</summary>
    public IReadOnlyList<string> Clashes { get; }

    public string this[string wireName] => _names[wireName];

    /// <summary>Names siblings.</summary>
    /// <param name="wireNames">The wire names; repeated ones count once.</param>
    /// <param name="plain">Wire name -> the name it gets when nothing is in the way.</param>
    /// <param name="isTaken">Names no sibling may have.</param>
    /// <param name="suffix">What is appended to a name that is taken.</param>
    /// <param name="spelled">Wire name -> the name that keeps what differs.</param>
    /// <param name="comparer">Which names count as the same.</param>
    public static SiblingNames Assign(
        IEnumerable<string> wireNames,
        Func<string, string> plain,
        Func<string, bool> isTaken,
        string suffix,
        Func<string, string>? spelled = null,
        StringComparer? comparer = null)
    {
        comparer ??= StringComparer.Ordinal;
        spelled ??= Identifier.Spelled;
        var distinct = wireNames.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToArray();
        string Free(string name) => isTaken(name) ? name + suffix : name;
        string Spell(string wire) => spelled(wire) is var name && Identifier.IsReserved(name) ? Identifier.Hashed(plain(wire), wire) : Free(name);

        var names = distinct.ToDictionary(wire => wire, wire => Free(plain(wire)), StringComparer.Ordinal);
        var clashes = Clashing(names, comparer);
        foreach (var wire in clashes)
            names[wire] = Spell(wire);

        // Spelled names may meet each other or a plain one; a name that was plain stays so.
        foreach (var wire in Clashing(names, comparer).Where(clashes.Contains).ToArray())
            names[wire] = Identifier.Hashed(plain(wire), wire);

        return new SiblingNames(names, [.. clashes.Where(wire => names[wire] != Free(plain(wire)))]);
    }

    private static List<string> Clashing(Dictionary<string, string> names, StringComparer comparer) =>
        [.. names.GroupBy(pair => pair.Value, comparer)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group.Select(pair => pair.Key))
            .OrderBy(wire => wire, StringComparer.Ordinal)];
}
