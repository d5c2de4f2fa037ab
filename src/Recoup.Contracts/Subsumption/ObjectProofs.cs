using Recoup.Contracts.Normalisation;

namespace Recoup.Contracts.Subsumption;

/// <summary>Objects: which names, how many, and what their values are.</summary>
internal static class ObjectProofs
{
    public static bool IsEmpty(Premise premise, Prover prover)
    {
        var required = premise.Required;
        if (premise.MinProperties > premise.MaxProperties || (premise.Closed is { } closed && premise.MinProperties > closed.Properties.Count))
            return true;
        return required.Any(name => prover.IsEmpty(premise.PropertyAt(name)) || !NameIsPossible(premise, name, prover));
    }

    public static bool Follow(Premise premise, Form conclusion, Prover prover)
    {
        var required = premise.Required;
        return conclusion.Required.IsSubsetOf(required)
            && conclusion.MinProperties <= premise.MinProperties
            && (conclusion.MaxProperties is not { } most || premise.MaxProperties <= most || premise.Closed?.Properties.Count <= most)
            && conclusion.UnevaluatedProperties is null
            && conclusion.DependentRequired.All(pair => IsAbsent(premise, pair.Key, prover)
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
        if (premise.Parts.Any(part => part.Names is { } known && prover.Follows(new Premise([known, OfStrings], prover.Judge), names)))
            return true;
        return premise.Closed is { } closed && closed.Properties.Keys.All(name =>
            prover.Judge.Accepts(names, JsonNames.Value(name)) || IsAbsent(premise, name, prover));
    }

    private static bool ValuesFollow(Premise premise, Form conclusion, Prover prover)
    {
        if (conclusion.Properties.Count == 0 && conclusion.PatternProperties.Count == 0 && conclusion.Additional is null)
            return true;

        // Names that either side describes.
        foreach (var name in premise.Described.Concat(conclusion.Properties.Keys).Concat(premise.Required).Distinct(StringComparer.Ordinal).ToList())
        {
            var known = premise.PropertyAt(name);
            if (PropertySchemas.Possible(conclusion, name, prover.Judge).Any(wanted => !prover.Follows(known, wanted)) && NameIsPossible(premise, name, prover))
                return false;
        }

        // Names that match a pattern of the premise: which of the conclusion's schemas apply to them is known by the pattern's text alone.
        foreach (var (pattern, known) in premise.Patterns)
        {
            var isSame = conclusion.PatternProperties.TryGetValue(pattern, out var same);
            var at = new Premise([known], prover.Judge);
            if (isSame && !prover.Follows(at, same!))
                return false;
            if (conclusion.PatternProperties.Any(pair => pair.Key != pattern && !prover.Follows(at, pair.Value)))
                return false;
            if (!isSame && conclusion.Additional is { } additional && !prover.Follows(at, additional))
                return false;
        }

        // All other names.
        var other = premise.OtherProperty();
        return prover.IsEmpty(other)
            || (conclusion.PatternProperties.Values.All(wanted => prover.Follows(other, wanted))
                && (conclusion.Additional is null || prover.Follows(other, conclusion.Additional)));
    }

    private static bool IsAbsent(Premise premise, string name, Prover prover) =>
        prover.IsEmpty(premise.PropertyAt(name)) || !NameIsPossible(premise, name, prover);

    private static bool NameIsPossible(Premise premise, string name, Prover prover) =>
        premise.Parts.All(part => part.Names is null || prover.Judge.Accepts(part.Names, JsonNames.Value(name)));

    private static Form OfStrings { get; } = new() { Kinds = Kinds.String };
}
