using System.Collections.Immutable;
using Recoup.Contracts.Normalisation;

namespace Recoup.Contracts.Subsumption;

/// <summary>What is known of a value: it satisfies all of these schemas. References and <c>allOf</c> are followed.</summary>
internal sealed class Premise
{
    private readonly FormJudge _judge;

    public Premise(IEnumerable<Form> forms, FormJudge judge)
    {
        _judge = judge;
        var parts = new List<Form>();
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var form in forms)
            Flatten(form, parts, keys);
        Parts = parts.Count == 0 ? [Form.Anything] : [.. parts.DistinctBy(part => part.Key)];
        Keys = keys;
        Key = string.Join('&', Parts.Select(part => part.Key).Order(StringComparer.Ordinal));
        Kinds = Parts.Aggregate(Kinds.All, (all, part) => all & part.Kinds);
    }

    public ImmutableArray<Form> Parts { get; }

    /// <summary>What is known to hold, by its key.</summary>
    public IReadOnlySet<string> Keys { get; }

    public string Key { get; }

    public Kinds Kinds { get; }

    public Bound? Minimum => Parts.Aggregate((Bound?)null, (bound, part) => FormMerge.Stronger(bound, part.Minimum, 1));

    public Bound? Maximum => Parts.Aggregate((Bound?)null, (bound, part) => FormMerge.Stronger(bound, part.Maximum, -1));

    public int MinLength => Parts.Max(part => part.MinLength);

    public int? MaxLength => Parts.Min(part => part.MaxLength);

    public int MinItems => Parts.Max(part => part.MinItems);

    public int? MaxItems
    {
        get
        {
            // No item may stand where the schema of items takes none.
            var most = Parts.Min(part => part.MaxItems);
            var closed = Parts.Where(part => part.Items is { IsNothing: true }).Select(part => (int?)part.Prefix.Length).Min();
            return most is { } a && closed is { } b ? Math.Min(a, b) : most ?? closed;
        }
    }

    public bool UniqueItems => Parts.Any(part => part.UniqueItems);

    public int PrefixLength => Parts.Max(part => part.Prefix.Length);

    public int? MaxProperties => Parts.Min(part => part.MaxProperties);

    public ImmutableSortedSet<string> Required => Close(Parts.Aggregate(Form.NoNames, (all, part) => all.Union(part.Required)));

    public int MinProperties => Math.Max(Parts.Max(part => part.MinProperties), Required.Count);

    /// <summary>What every number is a multiple of, or null.</summary>
    public Exact? MultipleOf(Kinds kind)
    {
        Exact? common = kind == Kinds.Integer ? Exact.One : null;
        foreach (var part in Parts)
        {
            if (part.MultipleOf is { } multiple && !multiple.Digits.IsZero)
                common = common is { } known ? Exact.LeastCommonMultiple(known, multiple) : multiple;
        }

        return common;
    }

    /// <summary>The values that are possible, where a part names them.</summary>
    public IReadOnlyList<Literal>? Values()
    {
        var shortest = Parts.Where(part => part.Values is not null).MinBy(part => part.Values!.Value.Length);
        if (shortest?.Values is { } named)
            return [.. named.Where(value => Parts.All(part => _judge.Accepts(part, value.Value)))];
        return FiniteKinds() ?? SmallRange();
    }

    public Premise With(Form form) => new([.. Parts, form], _judge);

    public Premise Replace(Form part, params IEnumerable<Form> others) => new([.. Parts.Where(other => other != part), .. others], _judge);

    public Premise ItemAt(int index) => new(Parts.Select(part => index < part.Prefix.Length ? part.Prefix[index] : part.Items ?? Form.Anything), _judge);

    /// <summary>What is known of the value of a property.</summary>
    public Premise PropertyAt(string name) => new(Parts.SelectMany(part => PropertySchemas.Known(part, name, _judge)), _judge);

    /// <summary>What is known of a property whose name stands nowhere and matches no pattern.</summary>
    public Premise OtherProperty() => new(Parts.Select(part => part.Additional ?? Form.Anything), _judge);

    /// <summary>Whether only described names are possible: some part takes no others and has no patterns.</summary>
    public Form? Closed => Parts.FirstOrDefault(part => part.Additional is { IsNothing: true } && part.PatternProperties.Count == 0);

    public IEnumerable<string> Described => Parts.SelectMany(part => part.Properties.Keys).Distinct(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, Form>> Patterns => Parts.SelectMany(part => part.PatternProperties);

    /// <summary>The names with those they require.</summary>
    public ImmutableSortedSet<string> Close(ImmutableSortedSet<string> names)
    {
        while (true)
        {
            var more = names;
            foreach (var part in Parts)
            {
                foreach (var (trigger, needs) in part.DependentRequired)
                {
                    if (more.Contains(trigger))
                        more = more.Union(needs);
                }
            }

            if (more.Count == names.Count)
                return names;
            names = more;
        }
    }

    private static void Flatten(Form form, List<Form> parts, SortedSet<string> keys)
    {
        if (!keys.Add(form.Key))
            return;
        foreach (var part in form.AllOf)
            Flatten(part, parts, keys);
        if (form.Back is { } back)
            Flatten(back.Target, parts, keys);
        var own = form.AllOf.Length == 0 && form.Back is null ? form : form with { AllOf = [], Back = null };
        keys.Add(own.Key);
        parts.Add(own);
    }

    private static readonly IReadOnlyDictionary<Kinds, Literal[]> Finite = new Dictionary<Kinds, Literal[]>
    {
        [Kinds.Null] = [Of("null")],
        [Kinds.Boolean] = [Of("false"), Of("true")],
    };

    private List<Literal>? FiniteKinds() => Kinds is Kinds.Null or Kinds.Boolean or (Kinds.Null | Kinds.Boolean)
        ? [.. Finite.Where(row => (Kinds & row.Key) != 0).SelectMany(row => row.Value).Where(value => Parts.All(part => _judge.Accepts(part, value.Value)))]
        : null;

    private List<Literal>? SmallRange()
    {
        const int most = 64;
        if (Kinds != Kinds.Integer || Minimum is not { } minimum || Maximum is not { } maximum)
            return null;
        var (first, last) = (minimum.Value.Ceiling(), maximum.Value.Floor());
        if (last - first >= most)
            return null;
        var values = new List<Literal>();
        for (var number = first; number <= last; number++)
        {
            var value = Of(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (Parts.All(part => _judge.Accepts(part, value.Value)))
                values.Add(value);
        }

        return values;
    }

    private static Literal Of(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return new Literal(document.RootElement.Clone());
    }
}
