using System.Numerics;
using System.Text.Json;
using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;
using Recoup.Contracts.Schemas.Proofs;

namespace Recoup.Contracts.Schemas.Witnesses;

/// <summary>Proposes objects: each property present and absent, property counts around the bounds, and dependent properties.</summary>
internal sealed class ObjectCandidates(CandidateSource source, FormJudge judge)
{
    public IEnumerable<JsonElement> Of(List<Form> forms, int depth)
    {
        var bases = source.Distinct(forms.SelectMany(source.Samples)
            .Where(sample => sample.ValueKind == JsonValueKind.Object)
            .Append(JsonValues.Parse("{}"))).Take(6).ToList();
        var names = forms.SelectMany(form => form.Properties.Keys.Concat(form.Required).Concat(form.DependentRequired.Keys)
                .Concat(form.DependentRequired.Values.SelectMany(needs => needs)).Concat(form.DependentSchemas.Keys))
            .Concat(FreshNames(forms)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in names)
        {
            var schemas = forms.SelectMany(form => PropertySchemas.Possible(form, name, judge)).Distinct().ToList();
            var values = source.Part(schemas, depth).ToList();
            foreach (var start in bases)
            {
                yield return JsonValues.Without(start, name);
                foreach (var value in values)
                    yield return JsonValues.With(start, name, value);
            }
        }

        foreach (var value in Counted(forms, bases, names).Concat(Large(forms, bases)))
            yield return value;
        foreach (var trigger in forms.SelectMany(form => form.DependentSchemas.Keys.Concat(form.DependentRequired.Keys))
            .Distinct(StringComparer.Ordinal))
        {
            foreach (var value in forms.SelectMany(form =>
                source.Samples(new Form { Required = Form.NoNames.Add(trigger), AllOf = [form] })))
                yield return value;

            // With the trigger present: values that the dependent schema accepts and values that it rejects.
            var dependent = forms.Select(form => form.DependentSchemas.GetValueOrDefault(trigger)).OfType<Form>().ToList();
            var values = source.Part([.. forms.SelectMany(form => PropertySchemas.Possible(form, trigger, judge))], CandidateSource.Deepest)
                .Take(3)
                .ToList();
            foreach (var part in source.Part(dependent, depth).Where(part => part.ValueKind == JsonValueKind.Object).ToList())
            {
                foreach (var value in values)
                    yield return JsonValues.With(part, trigger, value);
            }
        }
    }

    private static IEnumerable<JsonElement> Counted(List<Form> forms, List<JsonElement> bases, List<string> names)
    {
        var counts = CandidateSource.Around(Bounds(forms), CandidateSource.MostItems).Where(count => count > 0);
        foreach (var count in counts)
        {
            foreach (var start in bases)
            {
                var members = JsonValues.Members(start).ToDictionary(StringComparer.Ordinal);
                foreach (var name in names.Concat(Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"p{i}"))))
                {
                    if (members.Count < count)
                        members.TryAdd(name, JsonValues.Parse("null"));
                }

                yield return JsonValues.Object(members.Take(count).OrderBy(pair => pair.Key, StringComparer.Ordinal));
                yield return JsonValues.Object(members.Keys.Take(count).Select(name => KeyValuePair.Create(name, JsonValues.Parse("0"))));
                yield return JsonValues.Object(members.Keys.Take(count).Select(name => KeyValuePair.Create(name, JsonValues.Text("a"))));
            }
        }
    }

    private static IEnumerable<BigInteger?> Bounds(List<Form> forms) =>
        forms.SelectMany(form => (BigInteger?[])[form.MinProperties, form.MaxProperties]);

    /// <summary>Objects with many properties: the described ones first, then others that the schema accepts.</summary>
    private IEnumerable<JsonElement> Large(List<Form> forms, List<JsonElement> bases)
    {
        var counts = CandidateSource.Around(
            Bounds(forms).Where(bound => bound >= CandidateSource.MostItems), CandidateSource.LongestArray).ToList();
        if (counts.Count == 0)
            yield break;
        foreach (var form in forms)
        {
            var samples = new Dictionary<string, JsonElement?>(StringComparer.Ordinal);
            foreach (var start in FreshNames(forms).Where(name => name.Length > 0).Select(JsonValues.Text))
            {
                var members = JsonValues.Members(bases[0]).ToDictionary(StringComparer.Ordinal);
                var names = Variation.Of(start, name => form.Names is null || judge.Accepts(form.Names, name), counts[^1]) ?? [];
                foreach (var name in form.Properties.Keys.Concat(names.Select(name => name.GetString()!))
                    .Where(name => !members.ContainsKey(name)))
                {
                    if (ValueOf(name) is { } value)
                        members.TryAdd(name, value);
                }

                foreach (var count in counts.Where(count => count <= members.Count))
                    yield return JsonValues.Object(members.Take(count));
            }

            JsonElement? ValueOf(string name)
            {
                var schemas = PropertySchemas.Possible(form, name, judge).ToList();
                var key = string.Join('&', schemas.Select(schema => schema.Key));
                if (!samples.TryGetValue(key, out var value))
                    samples.Add(key, value = schemas.Count == 0 ? JsonValues.Zero : source.Sample(new Form { AllOf = [.. schemas] }));
                return value;
            }
        }
    }

    /// <summary>
    /// Names of no described property: plain names, matches of patterns, and names that the schema of names accepts or rejects.
    /// </summary>
    private IEnumerable<string> FreshNames(IReadOnlyList<Form> forms)
    {
        yield return "other";
        yield return "x";
        foreach (var pattern in forms.SelectMany(form => form.PatternProperties.Keys).Distinct(StringComparer.Ordinal))
        {
            foreach (var sample in source.Samples(new Form { Kinds = ValueKinds.String, Pattern = pattern, Values = null }).Take(2))
                yield return sample.GetString()!;
        }

        foreach (var cell in NameCell.All(forms.SelectMany(form => form.PatternProperties.Keys), [], judge) ?? [])
        {
            if (cell.Example is { } name)
                yield return name;
        }

        foreach (var value in source.Part([.. forms.Select(form => form.Names).OfType<Form>()], CandidateSource.Deepest))
        {
            if (value.ValueKind == JsonValueKind.String)
                yield return value.GetString()!;
        }
    }
}
