using System.Text.Json;
using Recoup.Contracts.Schemas.Forms;
using Recoup.Contracts.Schemas.Proofs;
using Recoup.Contracts.Schemas.Witnesses;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>
/// Judges an edit: compatible (proved by structure), breaking (proved by a value), or unproven. Parameters and results differ only in which
/// side's values must stay accepted.
/// </summary>
internal sealed class EditJudge
{
    private const int MostParts = 40;
    private const int FirstParts = 6;
    private const int MostCandidates = 5_000;

    /// <summary>The length of the schemas that takes one unit of work.</summary>
    private const int LengthOfWork = 32;

    /// <summary>After a value that this edit rejects among others: how many more are tried for one that it rejects alone.</summary>
    private const int MostTriesForOwn = 60;

    private readonly SchemaPair _pair;
    private readonly Direction _direction;
    private readonly int _seed;
    private readonly FormJudge _judge;
    private readonly Prover _prover;
    private bool? _wholeIsProved;

    public EditJudge(SchemaPair pair, Direction direction, int seed, FormJudge judge)
    {
        (_pair, _direction, _seed, _judge) = (pair, direction, seed, judge);
        _prover = new Prover(judge);
    }

    private Side From => _direction == Direction.Parameters ? Side.Before : Side.After;

    private Side To => _direction == Direction.Parameters ? Side.After : Side.Before;

    /// <summary>Whether all edits together are proved compatible.</summary>
    public bool WholeIsProved => _wholeIsProved ??= IsProved();

    public JudgedEdit Judge(Edit edit)
    {
        try
        {
            return JudgeWithin(edit);
        }
        catch (UndecidedException e)
        {
            return new JudgedEdit(edit, Verdict.Unproven, null, e.Message);
        }
    }

    /// <summary>A witness for all edits together, for cases where no single edit has one.</summary>
    public Witness? SearchWhole()
    {
        bool Shows(JsonElement value) => _pair.Shows(value, From, _judge);

        foreach (var value in new CandidateSource(_judge, _seed).Of(_pair.Form(From), _pair.Form(To))
            .SelectMany(_pair.Readings).Take(MostCandidates))
        {
            if (Shows(value))
                return Witness(Shrinker.Shrink(value, Shows), _pair.Schema(To), "");
        }

        return null;
    }

    private bool IsProved()
    {
        try
        {
            return _prover.Includes(_pair.Form(From), _pair.Form(To));
        }
        catch (UndecidedException)
        {
            return false;
        }
    }

    private JudgedEdit JudgeWithin(Edit edit)
    {
        var undecided = _judge.Undecided;
        var trial = new EditTrial(edit, _pair.Form(From), From, _pair.Form(To), To);
        _judge.Effort.Spend(Parts(trial.Part));
        if (trial.Changed.Key == trial.Part.Key)
            return new JudgedEdit(edit, Verdict.Compatible, null, "it allows the same values");
        if (edit.Path.IsMonotone(_pair.Form(From), From) && _prover.Includes(trial.Part, trial.Changed))
            return new JudgedEdit(edit, Verdict.Compatible, null, "every value that was possible here is still possible");

        // From here on, the schemas are copied with and without the edit.
        _judge.Effort.Spend(_pair.Length / LengthOfWork);

        // The values at the place of the edit cost less than the proof of the whole schemas, and show most edits that break.
        if (Search(trial, At(trial, trial.Changed, FirstParts)) is { } near)
            return new JudgedEdit(edit, Verdict.Breaking, near, null);
        if (_prover.Includes(_pair.Form(From), trial.Alone))
            return new JudgedEdit(edit, Verdict.Compatible, null, "every value that was possible is still possible");
        if (WholeIsProved)
        {
            return new JudgedEdit(
                edit, Verdict.Compatible, null, "another change allows what this one rejects: every value that was possible is still "
                    + "possible");
        }

        if (Search(trial, Candidates(trial)) is { } far)
            return new JudgedEdit(edit, Verdict.Breaking, far, null);
        return LargeCount.Of(trial) is { } large && ShowsSmall(large)
            ? new JudgedEdit(edit, Verdict.Breaking, null, large.Reason(_direction))
            : new JudgedEdit(edit, Verdict.Unproven, null, Why(_judge.Undecided > undecided));
    }

    // The direct subschemas: a copy of the schema, and its key, take time for each of them.
    private static int Parts(Form form) => form.AnyOf.Length + form.OneOf.Length + form.AllOf.Length + form.Prefix.Length
        + (form.Properties.Count / 2);

    /// <summary>
    /// Searches for a value that shows the edit: one side accepts it, the other side rejects it, and so does the accepting side with this
    /// edit alone. A value that the other side would accept without the edit is preferred, because it shows nothing else.
    /// </summary>
    private Witness? Search(EditTrial trial, IEnumerable<JsonElement> candidates)
    {
        bool Shows(JsonElement value) => _pair.Shows(value, From, _judge)
            && _pair.Readings(value).All(reading => _judge.Rejects(trial.Alone, reading));

        bool ShowsOnly(JsonElement value) => Shows(value) && _pair.Accepts(trial.Undone, value, _judge);

        JsonElement? shown = null;
        var tries = 0;
        try
        {
            foreach (var value in candidates.SelectMany(_pair.Readings).Take(MostCandidates))
            {
                if (shown is not null && ++tries > MostTriesForOwn)
                    break;
                if (!Shows(value))
                    continue;
                if (_pair.Accepts(trial.Undone, value, _judge))
                {
                    return Witness(
                        Shrinker.Shrink(value, ShowsOnly),
                        _pair.Schema(To),
                        (To == Side.After ? trial.Edit.After : trial.Edit.Before).Pointer ?? "");
                }

                shown ??= value;
            }
        }
        catch (UndecidedException) when (shown is not null)
        {
            // The value that was found is shown as it is.
        }

        return shown is { } found ? Witness(Shrinker.Shrink(found, Shows), _judge.Compile(trial.Alone)!, "") : null;
    }

    // Values at the place of the edit come first, because its boundaries are there. Values of the whole other side come last.
    private IEnumerable<JsonElement> Candidates(EditTrial trial) => At(trial, trial.Changed, MostParts)
        .Concat(new CandidateSource(_judge, _seed).Of(_pair.Form(From), trial.Alone))
        .Concat(At(trial, trial.Other, MostParts));

    /// <summary>Values that another schema rejects in the place of the edit, within values of the whole schema.</summary>
    private IEnumerable<JsonElement> At(EditTrial trial, Form other, int most) => InPlace(trial, other)
        .OrderBy(Shrinker.Size).Take(most)
        .SelectMany(part => new Embedding(_judge, _seed).Of(
            _pair.Form(From), trial.Undone, trial.Alone, trial.Edit.Path, From, part));

    // They take at most half of the work that is left: the other half is for the whole values.
    private IEnumerable<JsonElement> InPlace(EditTrial trial, Form other)
    {
        var half = _judge.Effort.Left / 2;
        return new CandidateSource(_judge, _seed).Of(trial.Part, other)
            .TakeWhile(_ => _judge.Effort.Left > half)
            .Where(value => _judge.Accepts(trial.Part, value) && _judge.Rejects(other, value));
    }

    private bool ShowsSmall(LargeCount large)
    {
        if (_judge.Compile(large.From) is not { } from || _judge.Compile(large.To) is not { } to)
            return false;
        var small = From == Side.Before
            ? new SchemaPair(from, to, large.From, large.To, _pair.Domain)
            : new SchemaPair(to, from, large.To, large.From, _pair.Domain);
        var judge = new EditJudge(small with { Texts = _pair.Texts }, _direction, _seed, _judge);
        return judge.Judge(large.Edit) is { Verdict: Verdict.Breaking, Witness: not null };
    }

    private Witness Witness(JsonElement value, JsonSchema rejecting, string pointer) =>
        new(value, From, Violations.Of(rejecting, value, pointer));

    private string Why(bool hasUndecided) => hasUndecided
        ? "some values take too much work to validate, and no other value was found that one schema accepts and the other rejects"
        : _prover.IsExhausted
        ? "the schemas are too large to compare part by part, and no value was found that one schema accepts and the other rejects"
        : "no value was found that one schema accepts and the other rejects, and there is no proof that none exists";
}
