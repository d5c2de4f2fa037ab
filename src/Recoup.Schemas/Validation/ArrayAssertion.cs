using System.Text.Json;
using Recoup.Schemas.Sources;

namespace Recoup.Schemas.Validation;

/// <summary>Checks all items of an array in one pass: the first items by position, all others with one schema.</summary>
internal sealed class ArrayAssertion(
    SchemaSource source,
    string keyword,
    SchemaNode[] prefix,
    string prefixKeyword,
    SchemaNode? rest,
    string restKeyword) : Assertion(source, keyword)
{
    public SchemaNode[] Prefix => prefix;

    public SchemaNode? Rest => rest;

    public override CheckCost Cost => CheckCost.Pass;

    public override bool Check(JsonElement instance, ref Evaluation run)
    {
        var valid = true;
        var index = 0;
        var marking = run.Marks.On;
        foreach (var item in instance.EnumerateArray())
        {
            var node = index < prefix.Length ? prefix[index] : rest;
            if (node is null)
                break;

            if (marking)
            {
                run.Marks.Mark(index);
                run.Marks.On = false;
            }

            var holds = run.Trace is null
                ? node.Evaluate(item, ref run)
                : Follow(run.Trace, node, item, index, ref run);
            run.Marks.On = marking;
            if (!holds)
            {
                valid = false;
                if (run.Trace is null)
                    break;
            }

            index++;
        }

        run.ChargePass(index);
        return valid;
    }

    private bool Follow(Trace trace, SchemaNode node, JsonElement item, int index, ref Evaluation run)
    {
        var instance = trace.PushInstance(index);
        var keywords = index < prefix.Length
            ? trace.PushKeyword(prefixKeyword, index.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : trace.PushKeyword(restKeyword, null);
        var valid = node.Evaluate(item, ref run);
        trace.PopKeyword(keywords);
        trace.PopInstance(instance);
        return valid;
    }
}
