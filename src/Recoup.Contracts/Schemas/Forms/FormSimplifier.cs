using Recoup.Contracts.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>Drops parts without constraints and unifies equivalent spellings.</summary>
internal static class FormSimplifier
{
    public static Form Simplify(Form form)
    {
        form = DropWhatDemandsNothing(form);
        form = FoldParts(form);
        form = FoldDependencies(form);
        form = FoldUnevaluated(form);
        return RestrictValues(form);
    }

    /// <summary>A dependent schema that only requires properties becomes a list of names.</summary>
    private static Form FoldDependencies(Form form)
    {
        foreach (var (trigger, schema) in form.DependentSchemas)
        {
            if (schema.Required.IsEmpty || !(schema with { Required = Form.NoNames }).IsAnything)
                continue;
            var known = form.DependentRequired.GetValueOrDefault(trigger, Form.NoNames);
            form = form with
            {
                DependentSchemas = form.DependentSchemas.Remove(trigger),
                DependentRequired = form.DependentRequired.SetItem(trigger, known.Union(schema.Required)),
            };
        }

        return form;
    }

    /// <summary>If no sibling keyword evaluates properties or items, unevaluated ones are exactly the additional ones.</summary>
    private static Form FoldUnevaluated(Form form)
    {
        if (form.HasGeneralParts)
            return form;
        if (form is { UnevaluatedProperties: { } properties, DependentSchemas.Count: 0 })
            form = form with { Additional = form.Additional ?? properties, UnevaluatedProperties = null };
        if (form is { UnevaluatedItems: { } items, Contains: null })
            form = form with { Items = form.Items ?? items, UnevaluatedItems = null };
        return form;
    }

    private static Form DropWhatDemandsNothing(Form form)
    {
        var marks = form.HasMarks || form.IsWatched;
        if (form.Items is { IsAnything: true } && !marks)
            form = form with { Items = null };
        while (form.Prefix.Length > 0 && form.Items is null && form.Prefix[^1].IsAnything && !marks)
            form = form with { Prefix = form.Prefix.RemoveAt(form.Prefix.Length - 1) };
        if (form.Additional is { IsAnything: true } && !marks)
            form = form with { Additional = null };
        if (form.UnevaluatedItems is { IsAnything: true } && !form.IsWatched)
            form = form with { UnevaluatedItems = null };
        if (form.UnevaluatedProperties is { IsAnything: true } && !form.IsWatched)
            form = form with { UnevaluatedProperties = null };
        // Every name is a string.
        if (form.Names is { } names && (names.Kinds & ValueKinds.String) != 0 && (names with { Kinds = ValueKinds.All }).IsAnything)
            form = form with { Names = null };
        if (form.Contains is null || (form.MinContains.IsZero && form.MaxContains is null && !marks))
            form = form with { Contains = null, MinContains = 1, MaxContains = null };
        if (form.If is null || (form is { Then: null, Else: null } && !marks))
            form = form with { If = null, Then = null, Else = null };
        if (form.Then is { IsAnything: true } && form.Else is null or { IsAnything: true } && !marks)
            form = form with { If = null, Then = null, Else = null };
        if (form.Not is { IsNothing: true })
            form = form with { Not = null };
        if (form.Not is { IsAnything: true })
            form = form with { Not = null, Kinds = ValueKinds.None };
        if ((form.Kinds & ValueKinds.Number) == ValueKinds.Integer)
            form = DropSafeRange(form);
        var noNeed = form.DependentRequired.Where(pair => pair.Value.IsEmpty).Select(pair => pair.Key).ToList();
        var noSchema = form.DependentSchemas.Where(pair => pair.Value.IsAnything).Select(pair => pair.Key).ToList();
        return form with
        {
            AllOf = form.AllOf.RemoveAll(part => part.IsAnything && !marks),
            DependentRequired = form.DependentRequired.RemoveRange(noNeed),
            DependentSchemas = form.DependentSchemas.RemoveRange(noSchema),
        };
    }

    private static Form FoldParts(Form form)
    {
        // An alternative that accepts nothing is dropped; one that accepts everything makes the others redundant, except for what they
        // evaluate.
        var marks = form.HasMarks || form.IsWatched;
        if (form.AnyOf.Length > 0)
        {
            var alternatives = form.AnyOf.RemoveAll(branch => branch.IsNothing);
            form = alternatives.Length == 0 ? form with { AnyOf = [], Kinds = ValueKinds.None }
                : marks && alternatives.Any(Evaluates) ? form with { AnyOf = alternatives }
                : alternatives.Any(branch => branch.IsAnything) ? form with { AnyOf = [] }
                : FormUnion.TryFold(alternatives) is { } folded ? form with { AnyOf = [], AllOf = form.AllOf.Add(folded) }
                : form with { AnyOf = alternatives };
        }

        if (form.OneOf.Length > 0)
        {
            var alternatives = form.OneOf.RemoveAll(branch => branch.IsNothing);
            form = alternatives.Length == 0 ? form with { OneOf = [], Kinds = ValueKinds.None }
                : marks && alternatives.Any(Evaluates) ? form with { OneOf = alternatives }
                : FormUnion.AreDisjoint(alternatives) && FormUnion.TryFold(alternatives) is { } folded
                    ? form with { OneOf = [], AllOf = form.AllOf.Add(folded) }
                : form with { OneOf = alternatives };
        }

        return form.AllOf.IsEmpty || marks ? form : FoldAll(form);
    }

    /// <summary>Whether a form, or a part of it for the same value, says what properties or items are.</summary>
    private static bool Evaluates(Form form) =>
        form.Properties.Count > 0 || form.PatternProperties.Count > 0 || form.Additional is not null || form.Prefix.Length > 0
        || form.Items is not null || form.Contains is not null || form.DependentSchemas.Count > 0 || form.HasMarks || form.HasGeneralParts;

    /// <summary>
    /// Merges the branches of <c>allOf</c> into the schema, keyword by keyword. Keywords that collide stay branches, all of them: if one of
    /// them were merged, its place would depend on the order of the branches or on their content.
    /// </summary>
    private static Form FoldAll(Form form)
    {
        var branches = form.AllOf.OrderBy(part => part.Key, StringComparer.Ordinal)
            .SelectMany(part => part.HasMarks ? [part] : part.AllOf.Prepend(part with { AllOf = [] }))
            .ToList();
        var parts = branches.Where(part => !part.HasMarks).Prepend(form with { AllOf = [] }).ToList();
        var folded = parts.Select(Conjuncts.Rest).Aggregate(FormMerge.Merge);
        var apart = new List<Form>();
        foreach (var row in ConjunctTable.Rows)
        {
            var group = parts.Where(row.IsIn).Select(part => Conjuncts.Only(part, row)).DistinctBy(part => part.Key).ToList();
            var alone = group.Where(one => group.TrueForAll(other => other == one || !FormMerge.Collide(one, other))).ToList();
            folded = alone.Aggregate(folded, FormMerge.Merge);
            apart.AddRange(group.Except(alone));
        }

        return folded with { AllOf = [.. apart, .. branches.Where(part => part.HasMarks)] };
    }

    private static Form RestrictValues(Form form)
    {
        if (form.Values is not { } values)
            return form;
        var kept = values.RemoveAll(value => (value.Kind & form.Kinds) == 0);
        var kinds = kept.Aggregate(ValueKinds.None, (all, value) => all | value.Kind);
        return form with { Values = kept, Kinds = kinds };
    }

    // Some schema writers add JavaScript's safe integer range to every integer. No server enforces it.
    private static Form DropSafeRange(Form form) => form with
    {
        Minimum = form.Minimum is { IsExclusive: false } minimum && minimum.Value == Exact.Of(-9007199254740991) ? null : form.Minimum,
        Maximum = form.Maximum is { IsExclusive: false } maximum && maximum.Value == Exact.Of(9007199254740991) ? null : form.Maximum,
    };
}
