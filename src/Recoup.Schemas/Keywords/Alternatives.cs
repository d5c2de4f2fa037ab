using System.Globalization;
using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// Tries the schemas of <c>anyOf</c> and <c>oneOf</c> one by one. The violations and marks of a failed schema do not count.
/// </summary>
internal ref struct Alternatives(Trace? trace)
{
    private readonly List<Violation>? _causes = trace is null ? null : [];
    private bool _onlyTypes = true;

    public int Matches { get; private set; }

    public void Try(SchemaNode node, JsonElement instance, string keyword, int index, ref Evaluation run)
    {
        if (run.Trace is null)
        {
            var frame = run.Marks.Fork();
            var holds = node.Evaluate(instance, ref run);
            run.Marks.End(frame, merge: holds);
            Matches += holds ? 1 : 0;
            return;
        }

        var outer = run.Trace.Fork();
        var traced = run.Marks.Fork();
        var matches = run.Apply(node, instance, keyword, index.ToString(CultureInfo.InvariantCulture));
        run.Marks.End(traced, merge: matches);
        var found = run.Trace.Join(outer);
        if (matches)
        {
            Matches++;
            return;
        }

        _onlyTypes &= found.Count == 1 && found[0].Keyword == "type" && found[0].InstanceLocation == run.Trace.InstanceLocation;
        _causes!.AddRange(found);
    }

    /// <summary>
    /// Reports that no alternative matched. If all alternatives fail by their type, the message lists the types. The violations of all
    /// alternatives are the causes.
    /// </summary>
    public readonly bool FailNone(Assertion assertion, JsonElement instance, ref Evaluation run)
    {
        if (!_onlyTypes || _causes!.Count == 0)
            return run.Fail(assertion, assertion.Keyword, "one of the alternatives to match", run.Describe(instance), _causes);

        var types = _causes.SelectMany(cause => cause.Expected.Split([", ", " or "], StringSplitOptions.None)).Distinct().ToList();
        return run.Fail(assertion, assertion.Keyword, Describe.Alternatives(types), _causes[0].Got, _causes);
    }
}
