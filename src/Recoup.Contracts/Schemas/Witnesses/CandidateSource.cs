using System.Numerics;
using System.Text.Json;
using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Witnesses;

/// <summary>
/// Proposes values that may show a difference between schemas: the boundaries of every keyword, each branch, each property present and
/// absent, and samples from the engine. The same schemas and seed give the same values in the same order.
/// </summary>
internal sealed class CandidateSource(FormJudge judge, int seed)
{
    internal const int Deepest = 3;
    private const int MostSamples = 4;
    private const int MostOfPart = 10;
    private const int LongestText = 100_000;
    private const int LongestSampled = 100;

    /// <summary>Up to this length, each candidate item is repeated; longer arrays use only the plainest item.</summary>
    internal const int MostItems = 40;
    internal const int LongestArray = 5000;
    private const int LongestOfUnlike = 2000;

    /// <summary>
    /// A pattern that matches nothing. A counter-example of a comparison with it is a shortest match of the other pattern.
    /// </summary>
    private const string NoText = "[^\\s\\S]";

    private static readonly JsonElement[] OneOfEachKind =
    [
        .. new[] { "null", "true", "false", "0", "0.5", "\"\"", "[]", "{}" }.Select(JsonValues.Parse),
    ];

    public IEnumerable<JsonElement> Of(params IEnumerable<Form> forms) => Distinct(All([.. forms], 0));

    private IEnumerable<JsonElement> All(List<Form> forms, int depth)
    {
        var kinds = forms.Aggregate(ValueKinds.None, (all, form) => all | form.Kinds);
        foreach (var value in OneOfEachKind)
            yield return value;
        foreach (var form in forms)
        {
            foreach (var literal in form.Values ?? [])
                yield return literal.Value;
        }

        foreach (var value in NumberCandidates.Of(forms))
            yield return value;
        foreach (var value in Texts(forms))
            yield return value;
        if (depth >= Deepest)
            yield break;
        foreach (var value in forms.SelectMany(Samples))
            yield return value;
        if ((kinds & ValueKinds.Array) != 0)
        {
            foreach (var value in Arrays(forms, depth))
                yield return value;
        }

        if ((kinds & ValueKinds.Object) != 0)
        {
            foreach (var value in new ObjectCandidates(this, judge).Of(forms, depth))
                yield return value;
        }

        var parts = forms.SelectMany(General).Distinct().ToList();
        if (parts.Count > 0)
        {
            foreach (var value in All(parts, depth + 1))
                yield return value;
            foreach (var form in forms)
            {
                foreach (var part in parts)
                {
                    foreach (var value in Samples(new Form { AllOf = [form, part] }))
                        yield return value;
                }
            }
        }
    }

    private static IEnumerable<Form> General(Form form)
    {
        foreach (var list in (System.Collections.Immutable.ImmutableArray<Form>[])[form.AllOf, form.AnyOf, form.OneOf])
        {
            foreach (var part in list)
                yield return part;
        }

        foreach (var part in (Form?[])[form.Not, form.If, form.Then, form.Else, form.Back?.Target])
        {
            if (part is not null)
                yield return part;
        }
    }

    internal IEnumerable<JsonElement> Samples(Form form)
    {
        foreach (var properties in (SampleProperties[])[SampleProperties.Required, SampleProperties.All, SampleProperties.Some])
        {
            for (var i = 0; i < (properties == SampleProperties.Some ? MostSamples : 1); i++)
            {
                if (judge.Sample(form, seed + i, properties) is { } sample)
                    yield return sample;
            }
        }
    }

    /// <summary>The counts at some bounds and beside them, up to a limit.</summary>
    internal static IEnumerable<int> Around(IEnumerable<BigInteger?> bounds, int most) =>
        bounds.OfType<BigInteger>().Where(bound => bound < most).Select(bound => (int)bound)
            .SelectMany(bound => (int[])[bound - 1, bound, bound + 1]).Where(count => count >= 0).Distinct().Order();

    private IEnumerable<JsonElement> Texts(IReadOnlyList<Form> forms)
    {
        var patterns = forms.SelectMany(form => (Form[])[form, .. form.AllOf])
            .Select(form => form.Pattern)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var matches = patterns.Select(pattern => SchemaPattern.Compare(pattern, NoText).Counterexample).OfType<string>().ToList();
        yield return JsonValues.Text(string.Concat(matches));
        for (var i = 0; i < matches.Count; i++)
            yield return JsonValues.Text(string.Concat(matches.Where((_, at) => at != i)));
        foreach (var pattern in patterns)
        {
            foreach (var other in patterns.Append(""))
            {
                if (other != pattern && SchemaPattern.Compare(pattern, other).Counterexample is { } one)
                    yield return JsonValues.Text(one);
                if (other != pattern && SchemaPattern.Compare(other, pattern).Counterexample is { } two)
                    yield return JsonValues.Text(two);
            }
        }

        var lengths = Around(forms.SelectMany(form => (BigInteger?[])[form.MinLength, form.MaxLength]), LongestText).ToList();
        foreach (var length in lengths)
        {
            yield return JsonValues.Text(new string('a', length));
            if (patterns.Count > 1 && length <= LongestSampled
                && judge.Compare([.. patterns, FormattableString.Invariant($"^[\\s\\S]{{{length}}}$")], []).Counterexample is { } all)
                yield return JsonValues.Text(all);
            foreach (var pattern in patterns)
            {
                if (length > LongestSampled)
                {
                    if (LongTexts.Of(pattern, length, judge) is { } text)
                        yield return JsonValues.Text(text);
                    continue;
                }

                foreach (var sample in Samples(new Form
                {
                    Kinds = ValueKinds.String,
                    Pattern = pattern,
                    MinLength = length,
                    MaxLength = length,
                }))
                    yield return sample;
            }
        }
    }

    private IEnumerable<JsonElement> Arrays(IReadOnlyList<Form> forms, int depth)
    {
        var itemForms = forms.SelectMany(form => (Form?[])[.. form.Prefix, form.Items, form.Contains, form.UnevaluatedItems])
            .OfType<Form>()
            .Distinct()
            .ToList();
        var items = Part(itemForms, depth).ToList();
        var bounds = forms.SelectMany(form =>
            (BigInteger?[])[form.MinItems, form.MaxItems, form.MinContains, form.MaxContains, form.Prefix.Length]);
        var counts = Around(bounds.Append(1), LongestArray).Where(count => count > 0).ToList();
        foreach (var value in counts.Where(count => count > MostItems).SelectMany(count => Long(forms, items, count)))
            yield return value;
        counts.RemoveAll(count => count > MostItems);
        foreach (var item in items)
        {
            foreach (var count in counts)
                yield return JsonValues.Array(Enumerable.Repeat(item, count));
        }

        foreach (var value in forms.Where(form => form.Contains is not null)
            .SelectMany(form => counts.Select(count => Placed(form, count)))
            .OfType<JsonElement>())
            yield return value;
        foreach (var count in counts)
        {
            yield return JsonValues.Array(Enumerable.Range(0, count)
                .Select(i => JsonValues.Parse(i.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            yield return JsonValues.Array(Enumerable.Range(0, count)
                .Select(i => JsonValues.Text(new string((char)('a' + (i % 26)), 1 + (i / 26)))));
            yield return JsonValues.Array(items.Take(count));
            yield return JsonValues.Array(Enumerable.Range(0, count)
                .Select(i => i < items.Count ? items[i] : JsonValues.Parse(i.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        }

        foreach (var whole in forms.SelectMany(Samples).Where(sample => sample.ValueKind == JsonValueKind.Array).ToList())
        {
            var parts = whole.EnumerateArray().ToList();
            foreach (var item in parts.Count > MostItems ? items.Take(2) : items)
            {
                yield return JsonValues.Array(parts.Append(item));
                for (var i = 0; i < Math.Min(parts.Count, MostOfPart); i++)
                    yield return JsonValues.Array(parts.Select((part, at) => at == i ? item : part));
            }

            if (parts.Count > 0)
                yield return JsonValues.Array(parts.Append(parts[0]));
        }
    }

    /// <summary>An array of a given length with the contained item at each position that allows it.</summary>
    private JsonElement? Placed(Form form, int count)
    {
        var items = Enumerable.Range(0, count).Select(i => i < form.Prefix.Length ? form.Prefix[i] : form.Items ?? Form.Anything)
            .Select(item => Sample(new Form { AllOf = [item, form.Contains!] }) ?? Sample(item)).ToList();
        return items.Contains(null) ? null : JsonValues.Array(items.OfType<JsonElement>());
    }

    /// <summary>Arrays of a given length: with equal items, or with different ones if items must be unique.</summary>
    private IEnumerable<JsonElement> Long(IReadOnlyList<Form> forms, List<JsonElement> items, int count)
    {
        foreach (var form in forms)
        {
            var prefix = form.Prefix.Take(count).Select(Sample).ToList();
            var rest = form.Items ?? Form.Anything;
            if (prefix.Contains(null)
                || items.Append(JsonValues.Zero)
                    .Where(item => judge.Accepts(rest, item))
                    .OrderBy(Shrinker.Size)
                    .Cast<JsonElement?>()
                    .FirstOrDefault() is not { } plain)
                continue;
            var first = prefix.Select(item => item!.Value).ToList();
            if (!form.UniqueItems)
                yield return JsonValues.Array(first.Concat(Enumerable.Repeat(plain, count - first.Count)));
            else if (count <= LongestOfUnlike && Variation.Of(plain, value => judge.Accepts(rest, value), count) is { } unlike)
                yield return JsonValues.Array(Distinct(first.Concat(unlike)).Take(count));
        }
    }

    internal JsonElement? Sample(Form form) => Samples(form).Cast<JsonElement?>().FirstOrDefault();

    internal IEnumerable<JsonElement> Part(List<Form> forms, int depth)
    {
        if (forms.Count == 0)
            return OneOfEachKind;
        var all = Distinct(All(forms, depth + 1)).ToList();

        // Values that the schemas disagree on are worth more than values they agree on.
        var telling = all.Where(value => forms.Select(form => judge.Accepts(form, value)).Distinct().Count() > 1);
        var valid = all.Where(value => forms.All(form => judge.Accepts(form, value)));
        var invalid = all.Where(value => !forms.Any(form => judge.Accepts(form, value)));
        return Distinct(telling.Take(MostOfPart).Concat(valid.Take(MostOfPart)).Concat(invalid.Take(MostOfPart / 2)));
    }

    internal IEnumerable<JsonElement> Distinct(IEnumerable<JsonElement> values) => values.DistinctBy(
        value =>
        {
            var text = CanonicalJson.Of(value);
            judge.Effort.Spend(1 + (text.Length / 8));
            return text;
        },
        StringComparer.Ordinal);
}
