using System.Collections.Immutable;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// Merges alternatives that differ only in the kind of value into one schema: <c>anyOf: [{type: string, minLength: 1}, {type: null}]</c> is
/// <c>type: [string, null], minLength: 1</c>.
/// </summary>
internal static class FormUnion
{
    public static bool AreDisjoint(ImmutableArray<Form> branches)
    {
        var (whole, named, values) = (ValueKinds.None, ValueKinds.None, new HashSet<string>(StringComparer.Ordinal));
        foreach (var branch in branches)
        {
            // Two branches that list their values may share a kind, as long as they share no value.
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
        if (branches.Any(branch =>
            branch.HasGeneralParts || branch.UnevaluatedItems is not null || branch.UnevaluatedProperties is not null))
            return null;
        return branches.All(branch => branch.Values is not null || branch.Kinds is ValueKinds.Null) ? OfValues(branches)
            : branches.All(branch => branch.Values is null) && AreDisjoint(branches) ? OfKinds(branches)
            : null;
    }

    /// <summary>Joins lists of values. A branch with values must not have any other constraint.</summary>
    private static Form? OfValues(ImmutableArray<Form> branches)
    {
        if (branches.Any(branch =>
            branch.Values is not null && (branch with { Values = null, Kinds = ValueKinds.All }).Key != Form.Anything.Key))
            return null;
        var isNull = new Literal(JsonValues.Parse("null"));
        var values = branches.SelectMany(branch => branch.Values ?? [isNull])
            .DistinctBy(value => value.Key)
            .OrderBy(value => value.Key, StringComparer.Ordinal);
        return Join(branches) with
        {
            Values = [.. values],
            Kinds = branches.Aggregate(ValueKinds.None, (all, branch) => all | branch.Kinds),
        };
    }

    private static Form? OfKinds(ImmutableArray<Form> branches)
    {
        var union = Join(branches) with { Kinds = ValueKinds.None };
        foreach (var branch in branches)
        {
            // Integers and fractions share their keywords.
            if ((branch.Kinds & ValueKinds.Number) != 0 && (union.Kinds & ValueKinds.Number) != 0)
                return null;
            union = union with { Kinds = union.Kinds | branch.Kinds };
            if ((branch.Kinds & ValueKinds.Number) != 0)
                union = union with { Minimum = branch.Minimum, Maximum = branch.Maximum, MultipleOf = branch.MultipleOf };
            if ((branch.Kinds & ValueKinds.String) != 0)
                union = union with { MinLength = branch.MinLength, MaxLength = branch.MaxLength, Pattern = branch.Pattern };
            if ((branch.Kinds & ValueKinds.Array) != 0)
                union = TakeArray(union, branch);
            if ((branch.Kinds & ValueKinds.Object) != 0)
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

    /// <summary>If only one branch is not null, its annotations apply to the whole.</summary>
    private static Form Join(ImmutableArray<Form> branches)
    {
        var main = branches.Where(branch => branch.Kinds != ValueKinds.Null).ToList();
        var form = new Form { Place = main.Count > 0 ? main[0].Place : branches[0].Place };
        foreach (var branch in main)
        {
            form = form with
            {
                Places = branch.Places.Aggregate(
                    form.Places, (all, pair) => all.ContainsKey(pair.Key) ? all : all.Add(pair.Key, pair.Value)),
                Annotations = main.Count == 1 ? branch.Annotations : form.Annotations,
            };
        }

        return form;
    }
}
