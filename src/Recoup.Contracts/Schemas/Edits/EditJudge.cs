using System.Text.Json;
using Recoup.Contracts.Schemas.Forms;
using Recoup.Contracts.Schemas.Proofs;
using Recoup.Contracts.Schemas.Witnesses;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>
/// Judges an edit: compatible (proved by structure), breaking (proved by a value), or unproven. Parameters and results differ only in which
/// side's values must stay accepted.
/// </summary>
internal sealed class EditJudge(SchemaPair pair, Direction direction, int seed)
{
    private const int MostCandidates = 40;

    private readonly FormJudge _judge = new();

    private Side From => direction == Direction.Parameters ? Side.Before : Side.After;

    private Side To => direction == Direction.Parameters ? Side.After : Side.Before;

    private bool? _wholeIsProved;

    /// <summary>Whether all edits together are proved compatible.</summary>
    public bool WholeIsProved => _wholeIsProved ??= new Prover(_judge).Includes(pair.Form(From), pair.Form(To));

    public (Verdict Verdict, Witness? Witness, string? Reason) Judge(Edit edit)
    {
        var (from, to) = (edit.Path.Get(pair.Form(From), From), edit.Path.Get(pair.Form(To), To));
        var changed = edit.Take!(from, to);
        var root = edit.Path.Replace(pair.Form(From), From, part => edit.Take(part, to));
        var prover = new Prover(_judge);
        if (changed.Key == from.Key)
            return (Verdict.Compatible, null, "it allows the same values");
        if (edit.Path.IsMonotone(pair.Form(From), From) && prover.Includes(from, changed))
            return (Verdict.Compatible, null, "every value that was possible here is still possible");
        if (prover.Includes(pair.Form(From), root))
            return (Verdict.Compatible, null, "every value that was possible is still possible");

        var candidates = new CandidateSource(_judge, seed);
        if (Search(edit, from, changed, to, root, candidates) is { } witness)
            return (Verdict.Breaking, witness with
            {
                Violation = Violations.Of(pair.Schema(To), witness.Instance, (To == Side.After ? edit.After : edit.Before).Pointer ?? ""),
            }, null);
        if (WholeIsProved)
            return (Verdict.Compatible, null, "another change allows what this one rejects: every value that was possible is still "
                + "possible");
        return (Verdict.Unproven, null, Why(prover));
    }

    /// <summary>A witness for all edits together, for cases where no single edit has one.</summary>
    public Witness? SearchWhole()
    {
        var candidates = new CandidateSource(_judge, seed).Of(pair.Form(From), pair.Form(To));
        foreach (var value in candidates)
        {
            if (pair.Shows(value, From))
                return Witness(Shrinker.Shrink(value, candidate => pair.Shows(candidate, From)));
        }

        return null;
    }

    private Witness? Search(Edit edit, Form from, Form changed, Form to, Form root, CandidateSource candidates)
    {
        bool Shows(JsonElement value) => pair.Shows(value, From) && !_judge.Accepts(root, value);

        // Start with values at the place of the edit, because its boundaries are there. Values of the whole other side come last.
        foreach (var value in At(changed).Concat(candidates.Of(pair.Form(From), root)).Concat(At(to)))
        {
            if (Shows(value))
                return Witness(Shrinker.Shrink(value, Shows));
        }

        return null;

        IEnumerable<JsonElement> At(Form other) => candidates.Of(from, other)
            .Where(value => _judge.Accepts(from, value) && !_judge.Accepts(other, value))
            .OrderBy(Shrinker.Size).Take(MostCandidates)
            .SelectMany(part => new Embedding(_judge, seed).Of(pair.Form(From), edit.Path, From, part));
    }

    private Witness Witness(JsonElement value) => new(value, From, Violations.Of(pair.Schema(To), value, ""));

    private static string Why(Prover prover) => prover.IsExhausted
        ? "the schemas are too large to compare part by part, and no value was found that one schema accepts and the other rejects"
        : "no value was found that one schema accepts and the other rejects, and there is no proof that none exists";
}
