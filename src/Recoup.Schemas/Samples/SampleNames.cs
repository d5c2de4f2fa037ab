using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Samples;

/// <summary>Finds names for properties: the names that a schema declares, and more if it needs more.</summary>
internal static class SampleNames
{
    /// <summary>How many properties a sample has at most.</summary>
    public const int Longest = 2_000;
    private const int Most = 40;

    /// <summary>The names in <c>properties</c>, in the order of the schema.</summary>
    public static IEnumerable<string> Declared(ObjectAssertion pass)
    {
        foreach (var use in pass.Source.Uses)
        {
            if (use.Row.Name != "properties")
                continue;
            for (var i = 0; i < use.ChildCount; i++)
                yield return pass.Source.Children[use.FirstChild + i].Name!;
        }
    }

    public static IEnumerable<string> More(Sampler sampler, SampleShape shape, SamplePlace place)
    {
        var passes = shape.Of<ObjectAssertion>().ToList();
        foreach (var name in passes.SelectMany(Declared))
            yield return name;

        var names = passes.Select(pass => pass.Names).OfType<SchemaNode>().ToList();
        for (var i = 0; i < Most && names.Count > 0; i++)
        {
            if (sampler.Build(names, $"{place.Path}#{i}", place.Depth + 1, place.Variant + i) is { ValueKind: JsonValueKind.String } name)
                yield return JsonNames.Of(name);
        }

        for (var i = 0; i < Most; i++)
        {
            foreach (var (pattern, _, _) in passes.SelectMany(pass => pass.Patterns))
            {
                var random = sampler.Random($"{place.Path}#{i}", place.Attempt);
                if (PatternSampler.Make(pattern.Root, random, i, 0, Longest, sampler.Budget) is { } match)
                    yield return match;
            }
        }

        for (var i = 1; i <= Longest; i++)
            yield return $"property{i}";
    }
}
