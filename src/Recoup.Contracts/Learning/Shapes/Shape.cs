namespace Recoup.Contracts.Learning.Shapes;

/// <summary>
/// What has been seen of the values in one place of a payload: an element of a join semilattice. Learning only joins, so it does not
/// depend on the order of the recordings or on their division into files, and learning more only widens.
/// </summary>
/// <remarks>
/// <para>
/// A shape is a tuple of parts, and each part is a join semilattice, so tuples are joined part by part. Below, <c>a -> b</c> means that a
/// join may go from <c>a</c> to <c>b</c>, and never back.
/// </para>
/// <list type="bullet">
/// <item>The kinds of values: a set, joined by union. <c>T</c> -> <c>T</c> or null, <c>integer</c> -> <c>number</c>, one kind -> several
/// (<c>anyOf</c>).</item>
/// <item>Strings (<see cref="TextShape"/>): the formats that all values have, joined by intersection: one format -> no format. And the
/// set of values, joined by union: a small set -> any value. It is printed as an open enum, <c>anyOf: [{enum}, {type: string}]</c>, which
/// accepts every string. So whether it is printed widens and narrows nothing, and may depend on counts.</item>
/// <item>Arrays: the shape of all items. An array that was always empty has items without a shape (<c>maxItems: 0</c>), the least element.
/// </item>
/// <item>Objects (<see cref="ObjectShape"/>): the members, each with a shape and the number of objects that had it. Required -> optional,
/// because the numbers are added. Closed object -> map, with the join of all members: if one name is data, or there are too many names,
/// which is a limit of a set that only grows. An object is closed, as in "nothing else was seen". If it were open, a member that is seen
/// later would narrow the schema, from any value to the type of the member. For the same reason, a map describes no member by name.</item>
/// <item>Anything: the greatest element, for places that are too deep or too varied.</item>
/// </list>
/// <para>Counts are added. They decide what is required and what is reported; the schema of a place never narrows when they grow.</para>
/// </remarks>
internal sealed class Shape
{
    /// <summary>The kinds of values that were seen.</summary>
    public ShapeKinds Kinds { get; private set; }

    /// <summary>The number of values.</summary>
    public long Count { get; private set; }

    /// <summary>The number of values that were null.</summary>
    public long Nulls { get; private set; }

    /// <summary>The number of arrays.</summary>
    public long Arrays { get; private set; }

    /// <summary>The strings; null if there were none.</summary>
    public TextShape? Text { get; private set; }

    /// <summary>The items of the arrays; null if there were none.</summary>
    public Shape? Items { get; private set; }

    /// <summary>The objects; null if there were none.</summary>
    public ObjectShape? Object { get; private set; }

    public bool IsAnything => (Kinds & ShapeKinds.Anything) != 0;

    /// <summary>Counts a value that has no parts.</summary>
    public void See(ShapeKinds kind)
    {
        Count++;
        Kinds |= kind;
        if (kind == ShapeKinds.Null)
            Nulls++;
    }

    public TextShape SeeText()
    {
        See(ShapeKinds.Text);
        return Text ??= new TextShape();
    }

    public ObjectShape SeeObject()
    {
        See(ShapeKinds.Object);
        return Object ??= new ObjectShape();
    }

    public void SeeArray()
    {
        See(ShapeKinds.Array);
        Arrays++;
    }

    public Shape SeeItem() => Items ??= new Shape();

    /// <summary>Forgets all parts: the place may have any value.</summary>
    public void BecomeAnything()
    {
        Kinds |= ShapeKinds.Anything;
        (Text, Items, Object) = (null, null, null);
    }

    /// <summary>Joins another shape into this one. The other shape must not be used afterwards, because its parts are.</summary>
    public void Join(Shape other)
    {
        Kinds |= other.Kinds;
        Count += other.Count;
        Nulls += other.Nulls;
        Arrays += other.Arrays;
        if (IsAnything)
        {
            BecomeAnything();
            return;
        }

        Text = Joined(Text, other.Text, (one, two) => one.Join(two));
        Items = Joined(Items, other.Items, (one, two) => one.Join(two));
        Object = Joined(Object, other.Object, (one, two) => one.Join(two));
    }

    /// <summary>Applies the limits that depend on all values. Call it when all values are read.</summary>
    public void Settle()
    {
        Items?.Settle();
        Object?.Settle();
    }

    private static T? Joined<T>(T? one, T? two, Action<T, T> join)
        where T : class
    {
        if (one is not null && two is not null)
            join(one, two);
        return one ?? two;
    }
}
