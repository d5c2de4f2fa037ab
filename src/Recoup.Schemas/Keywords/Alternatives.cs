using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// Tries the schemas of <c>anyOf</c> and <c>oneOf</c> one by one. The violations and marks of a failed schema do not count, so a schema is
/// first only asked whether it matches. Its violations are collected if they are reported.
/// </summary>
internal struct Alternatives
{
    public int Matches { get; private set; }

    public void Try(SchemaNode node, JsonElement instance, ref Evaluation run)
    {
        var frame = run.Marks.Fork();
        var holds = run.Matches(node, instance);
        run.Marks.End(frame, merge: holds);
        Matches += holds ? 1 : 0;
    }

    /// <summary>
    /// Reports that no alternative matched. If all alternatives fail by their type, the message lists the types. The violations of all
    /// alternatives are the causes. Requires a <see cref="Trace"/>.
    /// </summary>
    public static bool FailNone(SchemaListKeyword.ListAssertion assertion, JsonElement instance, ref Evaluation run)
    {
        var trace = run.Trace!;
        var causes = new List<Violation>();
        var onlyTypes = true;
        for (var i = 0; i < assertion.Nodes.Length && !run.Exhausted; i++)
        {
            var outer = trace.Fork();
            var frame = run.Marks.Fork();
            run.Apply(assertion.Nodes[i], instance, assertion.Keyword, i);
            run.Marks.End(frame, merge: false);
            var found = trace.Join(outer);
            onlyTypes &= found.Count == 1 && found[0].Keyword == "type" && found[0].InstanceLocation == trace.InstanceLocation;
            causes.AddRange(found);
        }

        if (!onlyTypes || causes.Count == 0)
            return run.Fail(assertion, assertion.Keyword, "one of the alternatives to match", run.Describe(instance), causes);

        var types = causes.SelectMany(cause => cause.Expected.Split([", ", " or "], StringSplitOptions.None)).Distinct().ToList();
        return run.Fail(assertion, assertion.Keyword, Describe.Alternatives(types), causes[0].Got, causes);
    }
}
