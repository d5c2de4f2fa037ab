namespace Recoup.Contracts.Learning.Shapes;

/// <summary>What has been seen of the objects in one place: members, or the values of a map.</summary>
internal sealed class ObjectShape
{
    private readonly List<Member> _members = [];
    private readonly Dictionary<byte[], int> _byName = new(Utf8Names.Instance);

    /// <summary>The number of objects.</summary>
    public long Count { get; private set; }

    /// <summary>The values of a map; null if the object is none.</summary>
    public Shape? Values { get; private set; }

    /// <summary>The members of an object that is no map, in the order in which they were first seen.</summary>
    public IReadOnlyList<Member> Members => _members;

    /// <summary>Counts an object, and returns its number.</summary>
    public long See() => ++Count;

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

    public Member? Find(string name) => _members.Find(member => member.Name == name);

    /// <summary>Adds a member that was not found. Returns null if the object is now a map.</summary>
    public Member? Add(ReadOnlySpan<byte> name)
    {
        var member = new Member(name.ToArray());
        Add(member);
        return Values is null ? member : null;
    }

    /// <summary>Joins the members into the values of a map: their names are data.</summary>
    public Shape BecomeMap()
    {
        Values ??= new Shape();
        foreach (var member in _members)
            Values.Join(member.Shape);
        _members.Clear();
        _byName.Clear();
        return Values;
    }

    public void Join(ObjectShape other)
    {
        Count += other.Count;
        if (other.Values is not null)
            BecomeMap().Join(other.Values);
        foreach (var member in other._members)
        {
            if (Values is not null)
                Values.Join(member.Shape);
            else if (_byName.TryGetValue(member.Utf8Name, out var known))
                _members[known].Join(member);
            else
                Add(member);
        }
    }

    /// <summary>Makes maps of objects with too many optional members. Call it when all values are read.</summary>
    public void Settle()
    {
        if (_members.Count(member => member.Count < Count) > ShapeLimits.OptionalMembers)
            BecomeMap();
        foreach (var member in _members)
            member.Shape.Settle();
        Values?.Settle();
    }

    private void Add(Member member)
    {
        _byName.Add(member.Utf8Name, _members.Count);
        _members.Add(member);
        if (_members.Count > ShapeLimits.Members)
            BecomeMap();
    }
}
