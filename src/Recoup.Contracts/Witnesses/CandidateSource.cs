using System.Text.Json;
using Recoup.Contracts.Normalisation;
using Recoup.Schemas;

namespace Recoup.Contracts.Witnesses;

/// <summary>
/// Values worth trying where two schemas differ: the boundaries of every keyword of both, each branch, each property given and left out, and
/// what the engine samples. The same schemas and seed give the same values in the same order.
/// </summary>
internal sealed class CandidateSource(FormJudge judge, int seed)
{
    private const int Deepest = 3;
    private const int MostSamples = 4;
    private const int MostOfPart = 10;
    private const int LongestText = 100_000;
    private const int LongestSampled = 100;

    /// <summary>Up to here each item worth trying is repeated; beyond, what is long is made of the plainest.</summary>
    private const int MostItems = 40;
    private const int LongestArray = 5000;
    private const int LongestOfUnlike = 2000;

    /// <summary>A pattern that matches nothing: what another pattern matches and this one does not is a shortest match.</summary>
    private const string NoText = "[^\\s\\S]";

    private static readonly JsonElement[] OneOfEachKind = [.. new[] { "null", "true", "false", "0", "0.5", "\"\"", "[]", "{}" }.Select(JsonMaking.Parse)];

    public IEnumerable<JsonElement> Of(params IEnumerable<Form> forms) => Distinct(All([.. forms], 0));

    private IEnumerable<JsonElement> All(List<Form> forms, int depth)
    {
        var kinds = forms.Aggregate(Kinds.None, (all, form) => all | form.Kinds);
        foreach (var value in OneOfEachKind)
            yield return value;
        foreach (var form in forms)
        {
            foreach (var literal in form.Values ?? [])
                yield return literal.Value;
        }

        foreach (var value in Numbers(forms))
            yield return value;
        foreach (var value in Texts(forms))
            yield return value;
        if (depth >= Deepest)
            yield break;
        foreach (var value in forms.SelectMany(Samples))
            yield return value;
        if ((kinds & Kinds.Array) != 0)
        {
            foreach (var value in Arrays(forms, depth))
                yield return value;
        }

        if ((kinds & Kinds.Object) != 0)
        {
            foreach (var value in Objects(forms, depth))
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

    private IEnumerable<JsonElement> Samples(Form form)
    {
        if (judge.Compile(form) is not { } schema)
            yield break;
        foreach (var properties in (SampleProperties[])[SampleProperties.Required, SampleProperties.All, SampleProperties.Some])
        {
            for (var i = 0; i < (properties == SampleProperties.Some ? MostSamples : 1); i++)
            {
                if (schema.CreateSample(new SampleOptions { Seed = seed + i, Properties = properties }) is { } sample)
                    yield return sample;
            }
        }
    }

    private static IEnumerable<JsonElement> Numbers(IReadOnlyList<Form> forms)
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
            yield return JsonMaking.Number(point);
            foreach (var step in steps.Append(Exact.One).Append(Exact.Half).Append(point.Step))
            {
                yield return JsonMaking.Number(point.Plus(step));
                yield return JsonMaking.Number(point.Minus(step));

                // The nearest multiples on either side.
                var times = System.Numerics.BigInteger.Divide(point.Floor(), System.Numerics.BigInteger.Max(1, step.Floor()));
                yield return JsonMaking.Number(step.Times(times));
                yield return JsonMaking.Number(step.Times(times + 1));
                yield return JsonMaking.Number(step.Times(times - 1));
            }
        }
    }

    private IEnumerable<JsonElement> Texts(IReadOnlyList<Form> forms)
    {
        var patterns = forms.SelectMany(form => (Form[])[form, .. form.AllOf]).Select(form => form.Pattern).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var matches = patterns.Select(pattern => SchemaPattern.Compare(pattern, NoText).Counterexample).OfType<string>().ToList();
        yield return JsonMaking.Text(string.Concat(matches));
        for (var i = 0; i < matches.Count; i++)
            yield return JsonMaking.Text(string.Concat(matches.Where((_, at) => at != i)));
        foreach (var pattern in patterns)
        {
            foreach (var other in patterns.Append(""))
            {
                if (other != pattern && SchemaPattern.Compare(pattern, other).Counterexample is { } one)
                    yield return JsonMaking.Text(one);
                if (other != pattern && SchemaPattern.Compare(other, pattern).Counterexample is { } two)
                    yield return JsonMaking.Text(two);
            }
        }

        var lengths = forms.SelectMany(form => (int[])[form.MinLength, form.MaxLength ?? 0]).Where(length => length < LongestText)
            .SelectMany(length => (int[])[length - 1, length, length + 1]).Where(length => length >= 0).Distinct().Order().ToList();
        foreach (var length in lengths)
        {
            yield return JsonMaking.Text(new string('a', length));
            foreach (var pattern in patterns)
            {
                if (length > LongestSampled)
                {
                    if (LongTexts.Of(pattern, length, judge) is { } text)
                        yield return JsonMaking.Text(text);
                    continue;
                }

                foreach (var sample in Samples(new Form { Kinds = Kinds.String, Pattern = pattern, MinLength = length, MaxLength = length }))
                    yield return sample;
            }
        }
    }

    private IEnumerable<JsonElement> Arrays(IReadOnlyList<Form> forms, int depth)
    {
        var itemForms = forms.SelectMany(form => (Form?[])[.. form.Prefix, form.Items, form.Contains, form.UnevaluatedItems]).OfType<Form>().Distinct().ToList();
        var items = Part(itemForms, depth).ToList();
        var counts = forms.SelectMany(form => (int[])[form.MinItems, form.MaxItems ?? 0, form.MinContains, form.MaxContains ?? 0, form.Prefix.Length])
            .Where(count => count < LongestArray).SelectMany(count => (int[])[count - 1, count, count + 1]).Where(count => count > 0).Distinct().Order().ToList();
        foreach (var value in counts.Where(count => count > MostItems).SelectMany(count => Long(forms, items, count)))
            yield return value;
        counts.RemoveAll(count => count > MostItems);
        foreach (var item in items)
        {
            foreach (var count in counts)
                yield return JsonMaking.Array(Enumerable.Repeat(item, count));
        }

        foreach (var value in forms.Where(form => form.Contains is not null).SelectMany(form => counts.Select(count => Placed(form, count))).OfType<JsonElement>())
            yield return value;
        foreach (var count in counts)
        {
            yield return JsonMaking.Array(Enumerable.Range(0, count).Select(i => JsonMaking.Parse(i.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            yield return JsonMaking.Array(Enumerable.Range(0, count).Select(i => JsonMaking.Text(new string((char)('a' + (i % 26)), 1 + (i / 26)))));
            yield return JsonMaking.Array(items.Take(count));
            yield return JsonMaking.Array(Enumerable.Range(0, count).Select(i => i < items.Count ? items[i] : JsonMaking.Parse(i.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        }

        foreach (var whole in forms.SelectMany(Samples).Where(sample => sample.ValueKind == JsonValueKind.Array).ToList())
        {
            var parts = whole.EnumerateArray().ToList();
            foreach (var item in parts.Count > MostItems ? items.Take(2) : items)
            {
                yield return JsonMaking.Array(parts.Append(item));
                for (var i = 0; i < Math.Min(parts.Count, MostOfPart); i++)
                    yield return JsonMaking.Array(parts.Select((part, at) => at == i ? item : part));
            }

            if (parts.Count > 0)
                yield return JsonMaking.Array(parts.Append(parts[0]));
        }
    }

    /// <summary>An array of so many items, at each position what it must hold where it may stand there.</summary>
    private JsonElement? Placed(Form form, int count)
    {
        var items = Enumerable.Range(0, count).Select(i => i < form.Prefix.Length ? form.Prefix[i] : form.Items ?? Form.Anything)
            .Select(item => Sample(new Form { AllOf = [item, form.Contains!] }) ?? Sample(item)).ToList();
        return items.Contains(null) ? null : JsonMaking.Array(items.OfType<JsonElement>());
    }

    /// <summary>Arrays of so many items: alike, and where items must differ, unlike.</summary>
    private IEnumerable<JsonElement> Long(IReadOnlyList<Form> forms, List<JsonElement> items, int count)
    {
        foreach (var form in forms)
        {
            var prefix = form.Prefix.Take(count).Select(Sample).ToList();
            var rest = form.Items ?? Form.Anything;
            if (prefix.Contains(null) || items.Append(JsonMaking.Zero).Where(item => judge.Accepts(rest, item)).OrderBy(Shrinker.Size).Cast<JsonElement?>().FirstOrDefault() is not { } plain)
                continue;
            var first = prefix.Select(item => item!.Value).ToList();
            if (!form.UniqueItems)
                yield return JsonMaking.Array(first.Concat(Enumerable.Repeat(plain, count - first.Count)));
            else if (count <= LongestOfUnlike && Variation.Of(plain, value => judge.Accepts(rest, value), count) is { } unlike)
                yield return JsonMaking.Array(Distinct(first.Concat(unlike)).Take(count));
        }
    }

    private JsonElement? Sample(Form form) => Samples(form).Cast<JsonElement?>().FirstOrDefault();

    private IEnumerable<JsonElement> Objects(List<Form> forms, int depth)
    {
        var bases = Distinct(forms.SelectMany(Samples).Where(sample => sample.ValueKind == JsonValueKind.Object).Append(JsonMaking.Parse("{}"))).Take(6).ToList();
        var names = forms.SelectMany(form => form.Properties.Keys.Concat(form.Required).Concat(form.DependentRequired.Keys)
                .Concat(form.DependentRequired.Values.SelectMany(needs => needs)).Concat(form.DependentSchemas.Keys))
            .Concat(FreshNames(forms)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in names)
        {
            var schemas = forms.SelectMany(form => Subsumption.PropertySchemas.Possible(form, name, judge)).Distinct().ToList();
            var values = Part(schemas, depth).ToList();
            foreach (var start in bases)
            {
                yield return JsonMaking.Without(start, name);
                foreach (var value in values)
                    yield return JsonMaking.With(start, name, value);
            }
        }

        foreach (var value in Counted(forms, bases, names).Concat(Large(forms, bases)))
            yield return value;
        foreach (var trigger in forms.SelectMany(form => form.DependentSchemas.Keys.Concat(form.DependentRequired.Keys)).Distinct(StringComparer.Ordinal))
        {
            foreach (var value in forms.SelectMany(form => Samples(new Form { Required = Form.NoNames.Add(trigger), AllOf = [form] })))
                yield return value;

            // With the trigger given, what its schema takes and what it refuses.
            var dependent = forms.Select(form => form.DependentSchemas.GetValueOrDefault(trigger)).OfType<Form>().ToList();
            var values = Part([.. forms.SelectMany(form => Subsumption.PropertySchemas.Possible(form, trigger, judge))], Deepest).Take(3).ToList();
            foreach (var part in Part(dependent, depth).Where(part => part.ValueKind == JsonValueKind.Object).ToList())
            {
                foreach (var value in values)
                    yield return JsonMaking.With(part, trigger, value);
            }
        }
    }

    private static IEnumerable<JsonElement> Counted(List<Form> forms, List<JsonElement> bases, List<string> names)
    {
        var counts = forms.SelectMany(form => (int[])[form.MinProperties, form.MaxProperties ?? 0]).Where(count => count < MostItems)
            .SelectMany(count => (int[])[count - 1, count, count + 1]).Where(count => count > 0).Distinct().Order().ToList();
        foreach (var count in counts)
        {
            foreach (var start in bases)
            {
                var members = JsonMaking.Members(start).ToDictionary(StringComparer.Ordinal);
                foreach (var name in names.Concat(Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"p{i}"))))
                {
                    if (members.Count < count)
                        members.TryAdd(name, JsonMaking.Parse("null"));
                }

                yield return JsonMaking.Object(members.Take(count).OrderBy(pair => pair.Key, StringComparer.Ordinal));
                yield return JsonMaking.Object(members.Keys.Take(count).Select(name => KeyValuePair.Create(name, JsonMaking.Parse("0"))));
                yield return JsonMaking.Object(members.Keys.Take(count).Select(name => KeyValuePair.Create(name, JsonMaking.Text("a"))));
            }
        }
    }

    /// <summary>Objects of so many properties: the described ones, then others whose names and values the schema takes.</summary>
    private IEnumerable<JsonElement> Large(List<Form> forms, List<JsonElement> bases)
    {
        var counts = forms.SelectMany(form => (int[])[form.MinProperties, form.MaxProperties ?? 0]).Where(count => count is >= MostItems and < LongestArray)
            .SelectMany(count => (int[])[count - 1, count, count + 1]).Distinct().Order().ToList();
        if (counts.Count == 0)
            yield break;
        foreach (var form in forms)
        {
            var samples = new Dictionary<string, JsonElement?>(StringComparer.Ordinal);
            foreach (var start in FreshNames(forms).Where(name => name.Length > 0).Select(JsonMaking.Text))
            {
                var members = JsonMaking.Members(bases[0]).ToDictionary(StringComparer.Ordinal);
                var names = Variation.Of(start, name => form.Names is null || judge.Accepts(form.Names, name), counts[^1]) ?? [];
                foreach (var name in form.Properties.Keys.Concat(names.Select(name => name.GetString()!)).Where(name => !members.ContainsKey(name)))
                {
                    if (ValueOf(name) is { } value)
                        members.TryAdd(name, value);
                }

                foreach (var count in counts.Where(count => count <= members.Count))
                    yield return JsonMaking.Object(members.Take(count));
            }

            JsonElement? ValueOf(string name)
            {
                var schemas = Subsumption.PropertySchemas.Possible(form, name, judge).ToList();
                var key = string.Join('&', schemas.Select(schema => schema.Key));
                if (!samples.TryGetValue(key, out var value))
                    samples.Add(key, value = schemas.Count == 0 ? JsonMaking.Zero : Sample(new Form { AllOf = [.. schemas] }));
                return value;
            }
        }
    }

    /// <summary>Names that no property has: plain ones, such as match a pattern, and such as the schema of names takes or refuses.</summary>
    private IEnumerable<string> FreshNames(IReadOnlyList<Form> forms)
    {
        yield return "other";
        yield return "x";
        foreach (var pattern in forms.SelectMany(form => form.PatternProperties.Keys).Distinct(StringComparer.Ordinal))
        {
            foreach (var sample in Samples(new Form { Kinds = Kinds.String, Pattern = pattern, Values = null }).Take(2))
                yield return sample.GetString()!;
        }

        foreach (var cell in Subsumption.NameCell.All(forms.SelectMany(form => form.PatternProperties.Keys), [], judge) ?? [])
        {
            if (cell.Example is { } name)
                yield return name;
        }

        foreach (var value in Part([.. forms.Select(form => form.Names).OfType<Form>()], Deepest))
        {
            if (value.ValueKind == JsonValueKind.String)
                yield return value.GetString()!;
        }
    }

    private IEnumerable<JsonElement> Part(List<Form> forms, int depth)
    {
        if (forms.Count == 0)
            return OneOfEachKind;
        var all = Distinct(All(forms, depth + 1)).ToList();

        // What tells the schemas apart is worth more than what they agree on.
        var telling = all.Where(value => forms.Select(form => judge.Accepts(form, value)).Distinct().Count() > 1);
        var valid = all.Where(value => forms.All(form => judge.Accepts(form, value)));
        var invalid = all.Where(value => !forms.Any(form => judge.Accepts(form, value)));
        return Distinct(telling.Take(MostOfPart).Concat(valid.Take(MostOfPart)).Concat(invalid.Take(MostOfPart / 2)));
    }

    private static IEnumerable<JsonElement> Distinct(IEnumerable<JsonElement> values) => values.DistinctBy(CanonicalJson.Of, StringComparer.Ordinal);
}
