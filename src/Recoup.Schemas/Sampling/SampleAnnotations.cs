using System.Text.Json;
using Recoup.Schemas.Reading;

namespace Recoup.Schemas.Sampling;

/// <summary>The values that authors give for illustration: examples, OpenAPI's example, defaults.</summary>
internal static class SampleAnnotations
{
    /// <param name="shape">What applies.</param>
    /// <param name="whole">Whether objects may be taken as they are given, with the optional properties they happen to have.</param>
    public static IEnumerable<JsonElement> Of(SampleShape shape, bool whole)
    {
        foreach (var node in shape.Nodes)
        {
            var schema = node.Source.Element;
            if (schema.ValueKind != JsonValueKind.Object)
                continue;
            foreach (var value in Given(schema))
            {
                // A default of null mostly means that there is none.
                if (value.ValueKind != JsonValueKind.Null && (whole || !HoldsObject(value)))
                    yield return value;
            }
        }
    }

    private static IEnumerable<JsonElement> Given(JsonElement schema)
    {
        if (JsonProperties.TryGet(schema, "examples"u8, out var examples) && examples.ValueKind == JsonValueKind.Array)
        {
            foreach (var value in examples.EnumerateArray())
                yield return value;
        }

        if (JsonProperties.TryGet(schema, "example"u8, out var example))
            yield return example;
        if (JsonProperties.TryGet(schema, "default"u8, out var standard))
            yield return standard;
    }

    private static bool HoldsObject(JsonElement value) => value.ValueKind == JsonValueKind.Object
        || value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array);
}
