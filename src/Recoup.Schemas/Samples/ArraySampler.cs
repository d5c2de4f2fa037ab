using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Keywords;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Samples;

/// <summary>Creates arrays that are as short as possible, but have an item if the schema describes one.</summary>
internal static class ArraySampler
{
    private const int Longest = 2_000;
    private const int Shallow = 6;

    public static JsonElement? Make(Sampler sampler, SampleShape shape, SamplePlace place)
    {
        var passes = shape.Of<ArrayAssertion>().ToList();
        var wanted = shape.Of<ContainsKeyword.Assertion>().Where(contains => contains.Least > 0).ToList();
        var rest = shape.Of<UnevaluatedItemsKeyword.Assertion>().Select(assertion => assertion.Node).ToList();
        var isUnique = shape.Of<UniqueItemsKeyword.Assertion>().Any();
        var least = shape.Of<MinItemsKeyword.Assertion>().Select(assertion => assertion.Bound).DefaultIfEmpty(0).Max();
        var most = shape.Of<MaxItemsKeyword.Assertion>().Select(assertion => assertion.Bound).DefaultIfEmpty(int.MaxValue).Min();
        if (!IsPossible(sampler.Budget, shape, wanted))
            return null;
        var contained = wanted.SelectMany(contains => Enumerable.Repeat(contains.Node, contains.Least)).ToList();
        least = Math.Max(least, contained.Count);
        if (least > most)
            return null;

        // Every second attempt puts the items for "contains" after the items with their own schemas.
        var shift = place.Attempt % 2 == 0 ? 0 : passes.Select(pass => pass.Prefix.Length).DefaultIfEmpty(0).Max();
        var length = Length(sampler, passes, place, Math.Max(least, contained.Count == 0 ? 0 : contained.Count + shift), most);
        var items = new List<JsonElement>();
        var others = new HashSet<JsonElement>(JsonValueComparer.Instance);
        for (var i = 0; i < length; i++)
        {
            var nodes = passes.Select(pass => i < pass.Prefix.Length ? pass.Prefix[i] : pass.Rest).OfType<SchemaNode>().ToList();
            if (nodes.Count == 0)
                nodes.AddRange(rest);
            if (i >= shift && i - shift < contained.Count)
                nodes.Add(contained[i - shift]);

            if (MakeItem(sampler, nodes, place, i, others) is { } item)
            {
                items.Add(item);
                if (isUnique)
                    others.Add(item);
            }
            else if (i >= least)
            {
                break;
            }
            else
            {
                return null;
            }
        }

        return SampleJson.OfArray(items);
    }

    private static bool IsPossible(SampleBudget budget, SampleShape shape, List<ContainsKeyword.Assertion> wanted)
    {
        var sum = 0L;
        return wanted.TrueForAll(contains => budget.Allows(contains.Source, "minContains", sum += contains.Least, Longest, "items"))
            && shape.Of<MinItemsKeyword.Assertion>().All(assertion =>
                budget.Allows(assertion.Source, assertion.Keyword, assertion.Bound, Longest, "items"));
    }

    private static int Length(Sampler sampler, List<ArrayAssertion> passes, SamplePlace place, int least, int most)
    {
        var described = passes.Exists(pass => pass.Prefix.Length > 0 || pass.Rest is { AdmittedKinds: not InstanceKinds.None });
        var liked = described && place.Depth < Shallow && sampler.Properties != SampleProperties.Required
            ? Math.Max(1, passes.Max(pass => pass.Prefix.Length))
            : 0;
        return Math.Min(most, Math.Max(least, liked));
    }

    private static JsonElement? MakeItem(Sampler sampler, List<SchemaNode> nodes, SamplePlace place, int index, HashSet<JsonElement> others)
    {
        // If an item equals another one, try another seed: the path gets a suffix that no pointer has.
        const int MostTries = 64;
        for (var i = 0; i < MostTries; i++)
        {
            var path = $"{place.Path}/{index}{(i == 0 ? "" : $"#{i}")}";
            if (sampler.Build(nodes, path, place.Depth + 1, place.Variant + others.Count + i) is not { } item)
                return null;
            if (!others.Contains(item))
                return item;
        }

        return Distinct(sampler, nodes, others);
    }

    /// <summary>Tries simple values in order, for small sets of values and long arrays.</summary>
    private static JsonElement? Distinct(Sampler sampler, List<SchemaNode> nodes, HashSet<JsonElement> others)
    {
        // The last values are the least likely to be taken.
        for (var i = others.Count; i >= 0 && sampler.Budget.Take(1); i--)
        {
            foreach (var candidate in new[]
            {
                SampleJson.OfNumber($"{i}"),
                SampleJson.Of($"item{i}"),
                SampleJson.Of(i % 2 == 0),
                SampleJson.Null,
            })
            {
                if (!others.Contains(candidate) && sampler.IsValid(nodes, candidate) && sampler.HasFormats(nodes, candidate))
                    return candidate;
            }
        }

        return null;
    }
}
