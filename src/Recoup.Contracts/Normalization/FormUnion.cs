using System.Collections.Immutable;

namespace Recoup.Contracts.Normalization;

/// <summary>
/// Alternatives that are told apart by the kind of value alone are one schema: <c>anyOf: [{type: string, minLength: 1}, {type: null}]</c> is
/// <c>type: [string, null], minLength: 1</c>.
/// </summary>
internal static class FormUnion
{
    public static bool AreDisjoint(ImmutableArray<Form> branches)
    {
        var (whole, named, values) = (Kinds.None, Kinds.None, new HashSet<string>(StringComparer.Ordinal));
        foreach (var branch in branches)
        {
            // Two that name their values may share a kind, as long as they share no value.
            var isNamed = branch.Values is not null;
            if (((isNamed ? whole : whole | named) & branch.Kinds) != 0 || (branch.Values ?? []).Any(value => !values.Add(value.Key)))
                return false;
            (whole, named) = isNamed ? (whole, named | branch.Kinds) : (whole | branch.Kinds, named);
        }

        return true;
    }

    public static Form? TryFold(ImmutableArray<Form> branches)
    {
        if (branches.Length == 1)
            return branches[0];
        if (branches.Any(branch => branch.HasGeneralParts || branch.UnevaluatedItems is not null || branch.UnevaluatedProperties is not null))
            return null;
        return branches.All(branch => branch.Values is not null || branch.Kinds is Kinds.Null) ? OfValues(branches)
            : branches.All(branch => branch.Values is null) && AreDisjoint(branches) ? OfKinds(branches)
            : null;
    }

    /// <summary>Values that pass every other demand of their branch by its looks: a branch that names values demands nothing else here.</summary>
    private static Form? OfValues(ImmutableArray<Form> branches)
    {
        if (branches.Any(branch => branch.Values is not null && (branch with { Values = null, Kinds = Kinds.All }).Key != Form.Anything.Key))
            return null;
        using var nothing = System.Text.Json.JsonDocument.Parse("null");
        var isNull = new Literal(nothing.RootElement.Clone());
        var values = branches.SelectMany(branch => branch.Values ?? [isNull]).DistinctBy(value => value.Key).OrderBy(value => value.Key, StringComparer.Ordinal);
        return Join(branches) with { Values = [.. values], Kinds = branches.Aggregate(Kinds.None, (all, branch) => all | branch.Kinds) };
    }

    private static Form? OfKinds(ImmutableArray<Form> branches)
    {
        var union = Join(branches) with { Kinds = Kinds.None };
        foreach (var branch in branches)
        {
            // Integers and fractions share their keywords.
            if ((branch.Kinds & Kinds.Number) != 0 && (union.Kinds & Kinds.Number) != 0)
                return null;
            union = union with { Kinds = union.Kinds | branch.Kinds };
            if ((branch.Kinds & Kinds.Number) != 0)
                union = union with { Minimum = branch.Minimum, Maximum = branch.Maximum, MultipleOf = branch.MultipleOf };
            if ((branch.Kinds & Kinds.String) != 0)
                union = union with { MinLength = branch.MinLength, MaxLength = branch.MaxLength, Pattern = branch.Pattern };
            if ((branch.Kinds & Kinds.Array) != 0)
                union = TakeArray(union, branch);
            if ((branch.Kinds & Kinds.Object) != 0)
                union = TakeObject(union, branch);
        }

        return union;
    }

    private static Form TakeArray(Form union, Form branch) => union with
    {
        Prefix = branch.Prefix,
        Items = branch.Items,
        Contains = branch.Contains,
        MinContains = branch.MinContains,
        MaxContains = branch.MaxContains,
        MinItems = branch.MinItems,
        MaxItems = branch.MaxItems,
        UniqueItems = branch.UniqueItems,
    };

    private static Form TakeObject(Form union, Form branch) => union with
    {
        Properties = branch.Properties,
        PatternProperties = branch.PatternProperties,
        Additional = branch.Additional,
        Names = branch.Names,
        Required = branch.Required,
        MinProperties = branch.MinProperties,
        MaxProperties = branch.MaxProperties,
        DependentRequired = branch.DependentRequired,
        DependentSchemas = branch.DependentSchemas,
    };

    /// <summary>What is said about the one branch that is not null is said about the whole.</summary>
    private static Form Join(ImmutableArray<Form> branches)
    {
        var main = branches.Where(branch => branch.Kinds != Kinds.Null).ToList();
        var form = new Form { Place = main.Count > 0 ? main[0].Place : branches[0].Place };
        foreach (var branch in main)
        {
            form = form with
            {
                Places = branch.Places.Aggregate(form.Places, (all, pair) => all.ContainsKey(pair.Key) ? all : all.Add(pair.Key, pair.Value)),
                Annotations = main.Count == 1 ? branch.Annotations : form.Annotations,
            };
        }

        return form;
    }
}
