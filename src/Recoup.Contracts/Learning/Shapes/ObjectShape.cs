namespace Recoup.Contracts.Learning.Shapes;

/// <summary>What has been seen of the objects in one place.</summary>
internal sealed class ObjectShape
{
    private readonly List<Member> _members = [];
    private readonly Dictionary<byte[], int> _byName = new(Utf8Names.Instance);

    /// <summary>The number of objects.</summary>
    public long Count { get; private set; }

    /// <summary>Whether there were too many names, so that all members are data.</summary>
    public bool IsMap { get; private set; }

    /// <summary>The values of all members whose names are data; null if there are none.</summary>
    public Shape? Rest { get; private set; }

    /// <summary>The other members, in the order in which they were first seen.</summary>
    public IReadOnlyList<Member> Members => _members;

    /// <summary>Counts an object, and returns its number.</summary>
    public long See() => ++Count;

    public Shape SeeRest() => Rest ??= new Shape();

    /// <summary>Finds a member. Objects of one place mostly have their members in one order, so the next one is the first guess.</summary>
    /// <param name="name">The name as UTF-8, without escapes.</param>
    /// <param name="next">The index of the guess; afterwards, of the guess for the next member.</param>
    public Member? Find(ReadOnlySpan<byte> name, ref int next)
    {
        if (next < _members.Count && name.SequenceEqual(_members[next].Utf8Name))
            return _members[next++];
        if (!_byName.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out var index))
            return null;
        next = index + 1;
        return _members[index];
    }

    /// <summary>Adds a member that was not found, or returns null if the object is now a map.</summary>
    public Member? Add(ReadOnlySpan<byte> name)
    {
        var member = new Member(name.ToArray());
        Add(member);
        return IsMap ? null : member;
    }

    public Member? Find(string name) => _members.Find(member => member.Name == name);

    public void Join(ObjectShape other)
    {
        Count += other.Count;
        if (other.Rest is { } rest)
            SeeRest().Join(rest);
        if (other.IsMap)
            BecomeMap();
        foreach (var member in other._members)
        {
            if (IsMap)
                SeeRest().Join(member.Shape);
            else if (_byName.TryGetValue(member.Utf8Name, out var known))
                _members[known].Join(member);
            else
                Add(member);
        }
    }

    private void Add(Member member)
    {
        _byName.Add(member.Utf8Name, _members.Count);
        _members.Add(member);
        if (_members.Count > ShapeLimits.Members)
            BecomeMap();
    }

    /// <summary>Makes a map of an object with too many optional members, and of the objects in it. Call it when all values are read.</summary>
    public void Settle()
    {
        if (_members.Count(member => member.Count < Count) > ShapeLimits.OptionalMembers)
            BecomeMap();
        foreach (var member in _members)
            member.Shape.Settle();
        Rest?.Settle();
    }

    private void BecomeMap()
    {
        IsMap = true;
        foreach (var member in _members)
            SeeRest().Join(member.Shape);
        _members.Clear();
        _byName.Clear();
    }
}
