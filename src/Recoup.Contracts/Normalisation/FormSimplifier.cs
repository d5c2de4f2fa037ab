namespace Recoup.Contracts.Normalisation;

/// <summary>What demands nothing is dropped; spellings that mean the same are folded together.</summary>
internal static class FormSimplifier
{
    public static Form Simplify(Form form)
    {
        form = DropWhatDemandsNothing(form);
        form = FoldParts(form);
        return RestrictValues(form);
    }

    private static Form DropWhatDemandsNothing(Form form)
    {
        var marks = form.UnevaluatedItems is not null || form.UnevaluatedProperties is not null;
        if (form.Items is { IsAnything: true } && !marks)
            form = form with { Items = null };
        while (form.Prefix.Length > 0 && form.Items is null && form.Prefix[^1].IsAnything && !marks)
            form = form with { Prefix = form.Prefix.RemoveAt(form.Prefix.Length - 1) };
        if (form.Additional is { IsAnything: true } && !marks)
            form = form with { Additional = null };
        if (form.UnevaluatedItems is { IsAnything: true })
            form = form with { UnevaluatedItems = null };
        if (form.UnevaluatedProperties is { IsAnything: true })
            form = form with { UnevaluatedProperties = null };
        if (form.Names is { IsAnything: true })
            form = form with { Names = null };
        if (form.Contains is null || (form is { MinContains: 0, MaxContains: null } && !marks))
            form = form with { Contains = null, MinContains = 1, MaxContains = null };
        if (form.If is null || (form is { Then: null, Else: null } && !marks))
            form = form with { If = null, Then = null, Else = null };
        if (form.Then is { IsAnything: true } && form.Else is null or { IsAnything: true } && !marks)
            form = form with { If = null, Then = null, Else = null };
        if (form.Not is { IsNothing: true })
            form = form with { Not = null };
        if (form.Not is { IsAnything: true })
            form = form with { Not = null, Kinds = Kinds.None };
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
        // An alternative that can never hold is none; one that always holds makes the others void.
        if (form.AnyOf.Length > 0)
        {
            var alternatives = form.AnyOf.RemoveAll(branch => branch.IsNothing);
            form = alternatives.Length == 0 ? form with { AnyOf = [], Kinds = Kinds.None }
                : alternatives.Any(branch => branch.IsAnything) ? form with { AnyOf = [] }
                : FormUnion.TryFold(alternatives) is { } folded ? Add(form with { AnyOf = [] }, folded, "anyOf")
                : form with { AnyOf = alternatives };
        }

        if (form.OneOf.Length > 0)
        {
            var alternatives = form.OneOf.RemoveAll(branch => branch.IsNothing);
            form = alternatives.Length == 0 ? form with { OneOf = [], Kinds = Kinds.None }
                : FormUnion.AreDisjoint(alternatives) && FormUnion.TryFold(alternatives) is { } folded ? Add(form with { OneOf = [] }, folded, "oneOf")
                : form with { OneOf = alternatives };
        }

        var parts = form.AllOf;
        form = form with { AllOf = [] };
        foreach (var part in parts)
            form = Add(form, part, "allOf");
        return form;
    }

    private static Form Add(Form form, Form part, string keyword) => FormMerge.TryMerge(form, part) ?? (keyword switch
    {
        "anyOf" => form with { AnyOf = form.AnyOf.Add(part) },
        _ => form with { AllOf = form.AllOf.Add(part) },
    });

    private static Form RestrictValues(Form form)
    {
        if (form.Values is not { } values)
            return form;
        var kept = values.RemoveAll(value => (value.Kind & form.Kinds) == 0);
        var kinds = kept.Aggregate(Kinds.None, (all, value) => all | value.Kind);
        return form with { Values = kept, Kinds = kinds };
    }
}
