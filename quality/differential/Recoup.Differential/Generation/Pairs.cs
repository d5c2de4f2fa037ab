using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Schemas;

namespace Recoup.Differential.Generation;

/// <summary>Pairs from a seed. Most instances are valid by the engine's own samples, or one change away from it.</summary>
internal static class Pairs
{
    /// <summary>The pairs: the same for each run with the same seed.</summary>
    public static IEnumerable<Pair> From(int seed, int count)
    {
        for (var index = 0; index < count;)
        {
            var choices = new Choices(new Random(unchecked((seed * 1_000_003) + index)));
            var draft = choices.Of(
                Schemas.Draft202012, Schemas.Draft202012, Schemas.Draft202012, Schemas.Draft202012, Schemas.Draft202012,
                Schemas.Draft201909, Schemas.Draft201909, Schemas.Draft7, Schemas.Draft7, Schemas.Draft6);
            var schema = new Generation.Schemas(choices, draft).Next().ToJsonString();

            // Three instances for each schema: those of the same schema share its validity.
            for (var each = 0; each < 3 && index < count; each++, index++)
                yield return new Pair(schema, Text(Instance(schema, each, choices)));
        }
    }

    private static JsonNode? Instance(string schema, int each, Choices choices)
    {
        var sample = Sample(schema, each);
        return sample is null ? Instances.Next(choices, 3)
            : each == 0 ? JsonNode.Parse(sample)
            : choices.OneIn(6) ? Instances.Next(choices, 3)
            : Instances.Mutate(JsonNode.Parse(sample), choices);
    }

    private static string? Sample(string schema, int seed)
    {
        var options = new SampleOptions { Seed = seed, Properties = seed == 0 ? SampleProperties.All : SampleProperties.Some };
        return JsonSchema.TryParse(JsonElement.Parse(schema), null, out var compiled, out _)
            && compiled.TryCreateSample(options, out var sample, out _)
                ? sample.GetRawText()
                : null;
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
