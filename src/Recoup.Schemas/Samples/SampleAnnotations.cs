using System.Text.Json;
using Recoup.Schemas.Json;

namespace Recoup.Schemas.Samples;

/// <summary>Finds the values that the schema's author gives: examples, OpenAPI's example and defaults.</summary>
internal static class SampleAnnotations
{
    /// <param name="shape">The schemas and assertions that apply.</param>
    /// <param name="whole">Whether objects can be used as given, with the optional properties that they have.</param>
    public static IEnumerable<JsonElement> Of(SampleShape shape, bool whole)
    {
        foreach (var node in shape.Nodes)
        {
            var schema = node.Source.Element;
            if (schema.ValueKind != JsonValueKind.Object)
                continue;
            foreach (var value in Given(schema))
            {
                // A default of null usually means that there is none.
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
        || value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array);
}
