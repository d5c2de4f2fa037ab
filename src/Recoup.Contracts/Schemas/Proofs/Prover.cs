using System.Collections.Immutable;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Proofs;

/// <summary>
/// Proves from the structure of two schemas that every value of one is a value of the other. True is a proof; false means that no proof was
/// found.
/// </summary>
/// <remarks>
/// Claims about recursive schemas are proved by induction over the value. If a claim comes up again during its own proof, it is about a
/// smaller part of the value, because the engine rejects schemas that refer to themselves without consuming anything.
/// </remarks>
internal sealed class Prover(FormJudge judge)
{
    private const int MostSteps = 20_000;
    private const int MostDepth = 64;
    private const int MostSplitValues = 16;

    /// <summary>The claims whose proof is under way, each with its depth.</summary>
    private readonly Dictionary<(string Premise, string Conclusion), int> _open = [];

    /// <summary>The claims with a result that depends neither on an open claim nor on a limit.</summary>
    private readonly Dictionary<(string Premise, string Conclusion), bool> _known = [];

    private int _steps;
    private int _limits;

    /// <summary>The depth of the outermost open claim that the current proof has used.</summary>
    private int _used = int.MaxValue;

    /// <summary>Whether a limit ended the proof.</summary>
    public bool IsExhausted => _limits > 0;

    public bool Includes(Form narrow, Form wide)
    {
        _steps = 0;
        return Follows(new Premise([narrow], judge), wide);
    }

    internal FormJudge Judge => judge;

    internal bool Follows(Premise premise, Form conclusion)
    {
        if (conclusion.IsAnything || premise.Keys.Contains(conclusion.Key))
            return true;
        var claim = (premise.Key, conclusion.Key);
        if (_known.TryGetValue(claim, out var known))
            return known;
        if (_open.TryGetValue(claim, out var depth))
        {
            _used = Math.Min(_used, depth);
            return true;
        }

        judge.Effort.Spend(10 * premise.Parts.Length);
        _steps += 1 + (premise.Parts.Length / 4);
        if (_steps > MostSteps || _open.Count > MostDepth)
        {
            _limits++;
            return false;
        }

        var (usedOutside, limits) = (_used, _limits);
        _used = int.MaxValue;
        depth = _open.Count;
        _open.Add(claim, depth);
        var follows = Try(premise, conclusion);
        _open.Remove(claim);
        if (follows ? _used >= depth : limits == _limits)
            _known[claim] = follows;
        _used = Math.Min(usedOutside, _used >= depth ? int.MaxValue : _used);
        return follows;
    }

    internal bool IsEmpty(Premise premise) => Follows(premise, Form.Nothing);

    private bool Try(Premise premise, Form conclusion)
    {
        if (premise.Values() is { } named)
            return named.All(value => judge.Accepts(conclusion, value.Value));

        // No value at all: every claim about it holds.
        var kinds = KindProofs.Possible(premise, this);
        if (kinds == ValueKinds.None || IsRefuted(premise))
            return true;
        if ((kinds & premise.Kinds) != premise.Kinds)
            premise = premise.With(new Form { Kinds = kinds });
        return ByOnePart(premise, conclusion) || Directly(premise, kinds, conclusion) || BySplit(premise, kinds, conclusion);
    }

    /// <summary>Whether the premise contradicts itself.</summary>
    private bool IsRefuted(Premise premise) => premise.Parts.Any(part =>
        part.Not is { } not && Follows(premise.Replace(part, part with { Not = null }), not));

    private bool Directly(Premise premise, ValueKinds kinds, Form conclusion) =>
        FollowsWhole(premise, conclusion)
        || ((conclusion.UnevaluatedItems is null || (kinds & ValueKinds.Array) == 0)
            && (conclusion.UnevaluatedProperties is null || (kinds & ValueKinds.Object) == 0)
            && FollowsInParts(premise, kinds, conclusion));

    /// <summary>Equal siblings evaluate the same properties and items, so only the <c>unevaluated…</c> schemas differ.</summary>
    private bool FollowsWhole(Premise premise, Form conclusion) =>
        conclusion.HasMarks && premise.Wholes.Any(whole => whole.Unmarked.Key == conclusion.Unmarked.Key
        && Follows(new Premise([whole.UnevaluatedItems ?? Form.Anything], judge), conclusion.UnevaluatedItems ?? Form.Anything)
        && Follows(new Premise([whole.UnevaluatedProperties ?? Form.Anything], judge), conclusion.UnevaluatedProperties ?? Form.Anything));

    private bool FollowsInParts(Premise premise, ValueKinds kinds, Form conclusion) =>
        (kinds & ~conclusion.Kinds) == 0
        && conclusion.Values is null
        && conclusion.AllOf.All(part => Follows(premise, part))
        && (conclusion.Back is not { } back || Follows(premise, back.Target))
        && (conclusion.AnyOf.Length == 0 || conclusion.AnyOf.Any(branch => Follows(premise, branch)))
        && (conclusion.OneOf.Length == 0 || IsKnown(premise, conclusion.OneOf) || FollowsOne(premise, conclusion))
        && (conclusion.Not is not { } not || IsEmpty(premise.With(not)))
        && (conclusion.If is not { } condition || FollowsConditional(premise, condition, conclusion))
        && KindProofs.Follow(premise, kinds, conclusion, this);

    private static bool IsKnown(Premise premise, ImmutableArray<Form> oneOf)
    {
        var wanted = new Form { OneOf = oneOf }.Key;
        return premise.Parts.Any(part => part.OneOf.Length == oneOf.Length && new Form { OneOf = part.OneOf }.Key == wanted);
    }

    private bool FollowsOne(Premise premise, Form conclusion)
    {
        foreach (var branch in conclusion.OneOf)
        {
            if (Follows(premise, branch) && conclusion.OneOf.All(other => other == branch || IsEmpty(premise.With(other))))
                return true;
        }

        return false;
    }

    private bool FollowsConditional(Premise premise, Form condition, Form conclusion) =>
        Follows(premise.With(condition), conclusion.Then ?? Form.Anything)
        && Follows(premise.With(new Form { Not = condition }), conclusion.Else ?? Form.Anything);

    /// <summary>Proves the claim case by case. The cases together cover all values.</summary>
    private bool BySplit(Premise premise, ValueKinds kinds, Form conclusion)
    {
        foreach (var part in premise.Parts)
        {
            if (part.AnyOf.Length > 0)
                return part.AnyOf.All(branch => Follows(premise.Replace(part, part with { AnyOf = [] }, branch), conclusion));
            if (part.OneOf.Length > 0)
                return part.OneOf.All(branch => Follows(premise.Replace(part, part with { OneOf = [] }, branch), conclusion));
            if (part.If is { } condition)
            {
                var rest = part with { If = null, Then = null, Else = null };
                return Follows(premise.Replace(part, rest, condition, part.Then ?? Form.Anything), conclusion)
                    && Follows(premise.Replace(part, rest, new Form { Not = condition }, part.Else ?? Form.Anything), conclusion);
            }
        }

        if (!conclusion.HasGeneralParts && conclusion.Values is null && conclusion.DependentSchemas.Count == 0)
            return false;
        if (!ValueKindTable.IsSingle((int)kinds == 0 ? ValueKinds.Null : kinds))
            return ValueKindTable.Each.Where(kind => (kind & kinds) != 0)
                .All(kind => Follows(premise.With(new Form { Kinds = kind }), conclusion));
        return ByLiterals(premise, kinds, conclusion)
            || (kinds == ValueKinds.Object && (ByProperty(premise, conclusion) || ByPresence(premise, conclusion)))
            || ByLimit(premise, kinds, conclusion);
    }

    /// <summary>
    /// Tries each part with cases together with the parts without cases. These are as many claims as there are parts; the cases of all
    /// parts together are a product.
    /// </summary>
    private bool ByOnePart(Premise premise, Form conclusion)
    {
        var parts = premise.Parts.Where(HasCases).ToList();
        return parts.Count > 1
            && parts.Exists(part => Follows(new Premise(premise.Parts.Where(other => other == part || !HasCases(other)), judge),
                conclusion));
    }

    private static bool HasCases(Form part) => part.AnyOf.Length > 0 || part.OneOf.Length > 0 || part.If is not null;

    /// <summary>Splits a list of values from its siblings, and describes the values by structure.</summary>
    private bool ByLiterals(Premise premise, ValueKinds kind, Form conclusion) =>
        conclusion.Values is { } values && LiteralForms.Of(values, kind) is { } same
        && Follows(premise, same) && Follows(premise, conclusion with { Values = null });

    /// <summary>One case for each value of a property with few values, such as the discriminator of a union.</summary>
    private bool ByProperty(Premise premise, Form conclusion)
    {
        foreach (var name in premise.Required)
        {
            if (premise.PropertyAt(name).Values() is { Count: > 1 and <= MostSplitValues } values)
            {
                return values.All(value => Follows(
                    premise.With(new Form { Properties = Form.NoForms.Add(name, new Form { Kinds = value.Kind, Values = [value] }) }),
                     conclusion));
            }
        }

        return false;
    }

    /// <summary>One case with a property that the conclusion requires, one case without it.</summary>
    private bool ByPresence(Premise premise, Form conclusion)
    {
        var required = premise.Required;
        var name = Asked(conclusion)
            .FirstOrDefault(name => !required.Contains(name) && !premise.PropertyAt(name).Parts.Any(part => part.IsNothing));
        if (name is null)
            return false;
        return Follows(premise.With(new Form { Required = Form.NoNames.Add(name) }), conclusion)
            && Follows(premise.With(new Form { Properties = Form.NoForms.Add(name, Form.Nothing) }), conclusion);
    }

    /// <summary>One case on either side of a bound in an alternative, for alternatives that only together cover the range.</summary>
    private bool ByLimit(Premise premise, ValueKinds kind, Form conclusion)
    {
        foreach (var (below, above) in Cases(conclusion).SelectMany(part => RangeSplits.Of(part, kind)))
        {
            if (!Follows(premise, below) && !Follows(premise, above))
                return Follows(premise.With(below), conclusion) && Follows(premise.With(above), conclusion);
        }

        return false;
    }

    private static IEnumerable<string> Asked(Form conclusion) =>
        Cases(conclusion).SelectMany(part => part.Required).Concat(conclusion.DependentSchemas.Keys);

    /// <summary>The alternatives of the conclusion.</summary>
    private static IEnumerable<Form> Cases(Form conclusion) =>
        [.. conclusion.AnyOf, .. conclusion.OneOf, .. ((Form?[])[conclusion.Not, conclusion.If]).OfType<Form>()];
}
