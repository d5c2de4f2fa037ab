using System.Collections.Immutable;
using System.Numerics;
using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Proofs;

/// <summary>What is known about a value: it satisfies all of these schemas. References and <c>allOf</c> are resolved.</summary>
internal sealed class Premise
{
    private readonly FormJudge _judge;
    private readonly Lazy<ImmutableSortedSet<string>?> _onlyNames;
    private readonly Lazy<ImmutableSortedSet<string>> _required;

    public Premise(IEnumerable<Form> forms, FormJudge judge)
        : this(forms, [], judge)
    {
    }

    private Premise(IEnumerable<Form> forms, ImmutableArray<Form> wholes, FormJudge judge)
    {
        _judge = judge;
        _onlyNames = new Lazy<ImmutableSortedSet<string>?>(FindOnlyNames);
        _required = new Lazy<ImmutableSortedSet<string>>(FindRequired);
        var parts = new List<Form>();
        var marked = wholes.ToList();
        var keys = new SortedSet<string>(wholes.Select(whole => whole.Key), StringComparer.Ordinal);
        foreach (var form in forms)
            Flatten(form, parts, marked, keys);
        judge.Effort.Spend(4 + parts.Count);
        Parts = parts.Count == 0 ? [Form.Anything] : [.. parts.DistinctBy(part => part.Key)];
        Wholes = [.. marked];
        Keys = keys;
        Key = string.Join('&', Parts.Concat(Wholes).Select(part => part.Key).Order(StringComparer.Ordinal));
        Kinds = Parts.Aggregate(ValueKinds.All, (all, part) => all & part.Kinds);
    }

    public ImmutableArray<Form> Parts { get; }

    /// <summary>
    /// The schemas with <c>unevaluated…</c> keywords, with all their siblings: without the siblings, the keywords would apply to more
    /// values. <see cref="Parts"/> contains the same schemas without these keywords.
    /// </summary>
    public ImmutableArray<Form> Wholes { get; }

    /// <summary>The keys of all schemas that are known to hold.</summary>
    public IReadOnlySet<string> Keys { get; }

    public string Key { get; }

    public ValueKinds Kinds { get; }

    public Bound? Minimum => Parts.Aggregate((Bound?)null, (bound, part) => FormMerge.Stronger(bound, part.Minimum, 1));

    public Bound? Maximum => Parts.Aggregate((Bound?)null, (bound, part) => FormMerge.Stronger(bound, part.Maximum, -1));

    public BigInteger MinLength => Parts.Max(part => part.MinLength);

    public BigInteger? MaxLength => Parts.Min(part => part.MaxLength);

    public BigInteger MinItems => Parts.Max(part => part.MinItems);

    public BigInteger? MaxItems
    {
        get
        {
            // There can be no item where the schema of items accepts nothing.
            var most = Parts.Min(part => part.MaxItems);
            var closed = Parts.Where(part => part.Items is { IsNothing: true }).Select(part => (BigInteger?)part.Prefix.Length).Min();
            return most is { } a && closed is { } b ? BigInteger.Min(a, b) : most ?? closed;
        }
    }

    public bool UniqueItems => Parts.Any(part => part.UniqueItems);

    public int PrefixLength => Parts.Max(part => part.Prefix.Length);

    public BigInteger? MaxProperties => Parts.Min(part => part.MaxProperties);

    /// <summary>
    /// The required names: directly, through another property, or because the least count equals the number of possible names.
    /// </summary>
    public ImmutableSortedSet<string> Required => _required.Value;

    public BigInteger MinProperties => BigInteger.Max(Parts.Max(part => part.MinProperties), Required.Count);

    /// <summary>The number that every value is a multiple of, or null.</summary>
    public Exact? MultipleOf(ValueKinds kind)
    {
        Exact? common = kind == ValueKinds.Integer ? Exact.One : null;
        foreach (var part in Parts)
        {
            if (part.MultipleOf is { } multiple && !multiple.Digits.IsZero)
                common = common is { } known ? Exact.LeastCommonMultiple(known, multiple) : multiple;
        }

        return common;
    }

    /// <summary>The possible values, if they can be listed.</summary>
    public IReadOnlyList<Literal>? Values()
    {
        var shortest = Parts.Where(part => part.Values is not null).MinBy(part => part.Values!.Value.Length);
        if (shortest?.Values is { } named)
            return [.. named.Where(value => Parts.Concat(Wholes).All(part => !_judge.Rejects(part, value.Value)))];
        return FiniteKinds() ?? SmallRange();
    }

    public Premise With(Form form) => new([.. Parts, form], Wholes, _judge);

    public Premise Replace(Form part, params IEnumerable<Form> others) =>
        new([.. Parts.Where(other => other != part), .. others], Wholes, _judge);

    public Premise ItemAt(int index) =>
        new(Parts.Select(part => index < part.Prefix.Length ? part.Prefix[index] : part.Items ?? Form.Anything), _judge);

    /// <summary>What is known about the value of a property.</summary>
    public Premise PropertyAt(string name) => new(Parts.SelectMany(part => PropertySchemas.Known(part, name, _judge)), _judge);

    /// <summary>The possible names, if a part limits them: by closing the object or by listing the names.</summary>
    public ImmutableSortedSet<string>? OnlyNames => _onlyNames.Value;

    private ImmutableSortedSet<string> FindRequired()
    {
        var required = Close(Parts.Aggregate(Form.NoNames, (all, part) => all.Union(part.Required)));
        var least = Parts.Max(part => part.MinProperties);
        return least > required.Count && OnlyNames is { } only && only.Count <= least ? required.Union(only) : required;
    }

    private ImmutableSortedSet<string>? FindOnlyNames()
    {
        ImmutableSortedSet<string>? only = null;
        foreach (var part in Parts)
        {
            if (part.Additional is { IsNothing: true } && part.PatternProperties.Count == 0)
                Restrict(part.Properties.Keys);
            if (part.Names?.Values is { } names)
                Restrict(names.Where(name => name.Kind == ValueKinds.String).Select(name => name.Value.GetString()!));
        }

        return only?.Except(Parts.SelectMany(part => part.Properties).Where(pair => pair.Value.IsNothing).Select(pair => pair.Key));

        void Restrict(IEnumerable<string> names) => only = only?.Intersect(names) ?? Form.NoNames.Union(names);
    }

    public IEnumerable<string> Described => Parts.SelectMany(part => part.Properties.Keys).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> Patterns => Parts.SelectMany(part => part.PatternProperties.Keys);

    /// <summary>The names together with all names that they require.</summary>
    public ImmutableSortedSet<string> Close(ImmutableSortedSet<string> names)
    {
        if (Parts.All(part => part.DependentRequired.IsEmpty))
            return names;
        var all = names.ToBuilder();
        var open = new Queue<string>(names);
        while (open.TryDequeue(out var name))
        {
            foreach (var part in Parts)
            {
                if (!part.DependentRequired.TryGetValue(name, out var needs))
                    continue;
                foreach (var need in needs.Where(all.Add))
                    open.Enqueue(need);
            }
        }

        _judge.Effort.Spend(all.Count / 4);
        return all.ToImmutable();
    }

    private static void Flatten(Form form, List<Form> parts, List<Form> wholes, SortedSet<string> keys)
    {
        if (!keys.Add(form.Key))
            return;
        foreach (var part in form.AllOf)
            Flatten(part, parts, wholes, keys);
        if (form.Back is { } back)
            Flatten(back.Target, parts, wholes, keys);
        if (form.HasMarks)
            wholes.Add(form);
        var own = form.AllOf.Length == 0 && form.Back is null && !form.HasMarks ? form : form.Unmarked with { AllOf = [], Back = null };
        keys.Add(own.Key);
        parts.Add(own);
    }

    private static readonly IReadOnlyDictionary<ValueKinds, Literal[]> Finite = new Dictionary<ValueKinds, Literal[]>
    {
        [ValueKinds.Null] = [Of("null")],
        [ValueKinds.Boolean] = [Of("false"), Of("true")],
    };

    private List<Literal>? FiniteKinds() => Kinds is ValueKinds.Null or ValueKinds.Boolean or (ValueKinds.Null | ValueKinds.Boolean)
        ? [.. Finite.Where(row => (Kinds & row.Key) != 0)
            .SelectMany(row => row.Value)
            .Where(value => Parts.All(part => !_judge.Rejects(part, value.Value)))]
        : null;

    private List<Literal>? SmallRange()
    {
        const int most = 64;
        if (Kinds != ValueKinds.Integer || Minimum is not { } minimum || Maximum is not { } maximum)
            return null;
        var (first, last) = (minimum.Value.Ceiling(), maximum.Value.Floor());
        if (last - first >= most)
            return null;
        var values = new List<Literal>();
        for (var number = first; number <= last; number++)
        {
            var value = Of(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (Parts.All(part => !_judge.Rejects(part, value.Value)))
                values.Add(value);
        }

        return values;
    }

    private static Literal Of(string json) => new(JsonValues.Parse(json));
}
