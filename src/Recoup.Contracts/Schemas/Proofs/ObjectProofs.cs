using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Proofs;

/// <summary>Proofs about objects: property names, counts and values.</summary>
internal static class ObjectProofs
{
    public static bool IsEmpty(Premise premise, Prover prover)
    {
        var required = premise.Required;
        if (premise.MinProperties > premise.MaxProperties
            || (premise.MinProperties > 0 && premise.MinProperties > premise.OnlyNames?.Count))
            return true;
        return required.Any(name => prover.IsEmpty(premise.PropertyAt(name)) || !NameIsPossible(premise, name, prover));
    }

    public static bool Follow(Premise premise, Form conclusion, Prover prover)
    {
        var required = premise.Required;
        return conclusion.Required.IsSubsetOf(required)
            && conclusion.MinProperties <= premise.MinProperties
            && (conclusion.MaxProperties is not { } most || premise.MaxProperties <= most || premise.OnlyNames?.Count <= most)
            && conclusion.DependentRequired.All(pair => IsAbsent(premise, pair.Key, prover)
                || premise.Parts.Any(part => part.DependentRequired.TryGetValue(pair.Key, out var known) && pair.Value.IsSubsetOf(known))
                || pair.Value.IsSubsetOf(premise.Close(required.Add(pair.Key)))
                || prover.IsEmpty(premise.With(new Form { Required = Form.NoNames.Add(pair.Key) })))
            && conclusion.DependentSchemas.All(pair => DependentFollows(premise, pair.Key, pair.Value, prover))
            && NamesFollow(premise, conclusion, prover)
            && ValuesFollow(premise, conclusion, prover);
    }

    private static bool DependentFollows(Premise premise, string trigger, Form wanted, Prover prover)
    {
        if (IsAbsent(premise, trigger, prover))
            return true;
        var present = premise.With(new Form { Required = Form.NoNames.Add(trigger) });
        foreach (var part in premise.Parts)
        {
            if (part.DependentSchemas.TryGetValue(trigger, out var known))
                present = present.With(known);
        }

        return prover.Follows(present, wanted);
    }

    private static bool NamesFollow(Premise premise, Form conclusion, Prover prover)
    {
        if (conclusion.Names is not { } names)
            return true;
        var known = Names(premise, prover);
        if (prover.Follows(known, names))
            return true;
        var only = premise.OnlyNames;
        if (!(only ?? Form.NoNames.Union(premise.Described))
            .All(name => prover.Judge.Accepts(names, JsonValues.Text(name)) || IsAbsent(premise, name, prover)))
            return false;
        return only is not null || (Cells(premise, [], prover) is { } cells
            && cells.All(cell => prover.IsEmpty(ValueIn(cell, premise, prover)) || prover.Follows(NameIn(cell, known), names)));
    }

    private static bool ValuesFollow(Premise premise, Form conclusion, Prover prover)
    {
        if (conclusion.Properties.Count == 0 && conclusion.PatternProperties.Count == 0 && conclusion.Additional is null)
            return true;

        // The names that either side describes, or all possible names if they are listed.
        var only = premise.OnlyNames;
        foreach (var name in only ?? Form.NoNames.Union(premise.Described).Union(conclusion.Properties.Keys).Union(premise.Required))
        {
            var known = premise.PropertyAt(name);
            if (PropertySchemas.Possible(conclusion, name, prover.Judge).Any(wanted => !prover.Follows(known, wanted))
                && NameIsPossible(premise, name, prover))
                return false;
        }

        // All other names, grouped by the patterns they match.
        return only is not null || (Cells(premise, conclusion.PatternProperties.Keys, prover) is { } cells
            && cells.All(cell => cell.SchemasOf(conclusion).All(wanted => prover.Follows(ValueIn(cell, premise, prover), wanted))));
    }

    private static IReadOnlyList<NameCell>? Cells(Premise premise, IEnumerable<string> morePatterns, Prover prover) =>
        NameCell.All(premise.Patterns.Concat(morePatterns), StringProofs.Patterns(Names(premise, prover)), prover.Judge);

    /// <summary>What is known about every property name.</summary>
    private static Premise Names(Premise premise, Prover prover) =>
        new(premise.Parts.Select(part => part.Names).OfType<Form>().Append(OfStrings), prover.Judge);

    private static Premise NameIn(NameCell cell, Premise known) =>
        cell.Matched.Aggregate(known, (name, pattern) => name.With(new Form { Pattern = pattern }));

    private static Premise ValueIn(NameCell cell, Premise premise, Prover prover) =>
        new(premise.Parts.SelectMany(cell.SchemasOf), prover.Judge);

    private static bool IsAbsent(Premise premise, string name, Prover prover) =>
        prover.IsEmpty(premise.PropertyAt(name)) || !NameIsPossible(premise, name, prover);

    private static bool NameIsPossible(Premise premise, string name, Prover prover) =>
        premise.Parts.All(part => part.Names is null || !prover.Judge.Rejects(part.Names, JsonValues.Text(name)));

    private static Form OfStrings { get; } = new() { Kinds = ValueKinds.String };
}
