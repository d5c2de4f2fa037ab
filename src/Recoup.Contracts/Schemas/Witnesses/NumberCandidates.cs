using System.Numerics;
using System.Text.Json;
using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Witnesses;

/// <summary>Proposes numbers: the bounds, their neighbors, and the multiples around them.</summary>
internal static class NumberCandidates
{
    public static IEnumerable<JsonElement> Of(IReadOnlyList<Form> forms)
    {
        var points = new List<Exact> { Exact.Zero, Exact.One, Exact.Half };
        foreach (var form in forms)
        {
            foreach (var bound in (Bound?[])[form.Minimum, form.Maximum])
            {
                if (bound is null)
                    continue;
                points.Add(bound.Value);
                points.Add(Exact.Of(bound.Value.Floor()));
                points.Add(Exact.Of(bound.Value.Ceiling()));
            }
        }

        var steps = forms.Select(form => form.MultipleOf).OfType<Exact>().Where(step => step.Digits.Sign > 0).Distinct().ToList();
        if (steps.Count == 2)
            steps.Add(Exact.LeastCommonMultiple(steps[0], steps[1]));
        foreach (var point in points.Distinct().ToList())
        {
            yield return JsonValues.Number(point);
            foreach (var step in steps.Append(Exact.One).Append(Exact.Half).Append(point.Step))
            {
                yield return JsonValues.Number(point.Plus(step));
                yield return JsonValues.Number(point.Minus(step));

                // The nearest multiples on either side.
                var times = BigInteger.Divide(point.Floor(), BigInteger.Max(1, step.Floor()));
                yield return JsonValues.Number(step.Times(times));
                yield return JsonValues.Number(step.Times(times + 1));
                yield return JsonValues.Number(step.Times(times - 1));
            }
        }
    }
}
