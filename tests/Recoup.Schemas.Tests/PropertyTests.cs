using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Fluent;

namespace Recoup.Schemas.Tests;

public sealed class PropertyTests
{
    /// <summary>The limit for one schema and instance of these sizes. Measured times are below 50 ms.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    private static readonly SchemaDraft[] Drafts = Enum.GetValues<SchemaDraft>();

    /// <summary>Writes letters such as é as they are.</summary>
    private static readonly JsonSerializerOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Parsing_arbitrary_json_as_a_schema_throws_only_the_documented_exception() =>
        JsonGenerators.ForAll(JsonGenerators.Value(4), 3000, text =>
        {
            foreach (var draft in Drafts)
                ParseOrNull(text, draft);
        });

    [Fact]
    public void Parsing_damaged_schemas_throws_only_the_documented_exception() =>
        JsonGenerators.ForAll(JsonGenerators.Schema(3)
            .SelectMany(schema => JsonGenerators.Value(1), (schema, value) => (schema, value)), 3000, pair =>
        {
            // Replace a valid value by a random one.
            var colon = pair.schema.IndexOf(':');
            var text = colon < 0 ? pair.schema : $"{pair.schema[..(colon + 1)]}{pair.value}}}";
            foreach (var draft in Drafts)
                ParseOrNull(text, draft);
        });

    [Fact]
    public void IsValid_and_Validate_agree_and_finish_in_time() =>
        JsonGenerators.ForAll(JsonGenerators.Schema(4)
            .SelectMany(_ => JsonGenerators.Value(4), (schema, value) => (schema, value)), 6000, pair =>
        {
            var started = Stopwatch.GetTimestamp();
            if (ParseOrNull(pair.schema, SchemaDraft.Draft202012) is not { } schema)
                return;
            var instance = Json.Of(pair.value);
            var result = schema.Validate(instance);
            result.IsValid.ShouldBe(schema.IsValid(instance));
            result.IsValid.ShouldBe(result.Violations.Count == 0);
            result.ToBasicOutput().GetProperty("valid").GetBoolean().ShouldBe(result.IsValid);
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Bound);
        });

    [Fact]
    public void A_sample_is_always_valid()
    {
        var made = 0;
        JsonGenerators.ForAll(JsonGenerators.Schema(3), 1500, text =>
        {
            if (ParseOrNull(text, SchemaDraft.Draft202012) is not { } schema)
                return;
            foreach (var properties in Enum.GetValues<SampleProperties>())
            {
                if (schema.CreateSample(new SampleOptions { Seed = text.Length, Properties = properties }) is not { } sample)
                    continue;
                made++;
                schema.IsValid(sample).ShouldBeTrue();
            }
        });
        made.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void A_property_is_found_by_its_whole_name() =>
        JsonGenerators.ForAll(JsonGenerators.SimilarName().ArrayOf(24), 500, names =>
        {
            var known = names.Take(names.Length / 2).ToHashSet(StringComparer.Ordinal);
            var properties = new JsonObject(known.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject())));
            var schema = JsonSchema.Parse(
                new JsonObject { ["properties"] = properties, ["additionalProperties"] = false }.ToJsonString());
            foreach (var name in names.Append("").Distinct(StringComparer.Ordinal))
            {
                var written = new JsonObject { [name] = 1 };
                foreach (var text in (string[])[written.ToJsonString(), written.ToJsonString(Raw)])
                {
                    schema.IsValid(Json.Of(text)).ShouldBe(known.Contains(name), name);
                    schema.Validate(Json.Of(text)).IsValid.ShouldBe(known.Contains(name), name);
                }
            }
        });

    private static JsonSchema? ParseOrNull(string text, SchemaDraft draft)
    {
        try
        {
            return JsonSchema.Parse(text, new JsonSchemaOptions { DefaultDraft = draft });
        }
        catch (JsonSchemaException exception)
        {
            exception.Problems.ShouldNotBeEmpty();
            exception.Problems.ShouldAllBe(problem => problem.Location.Contains('#') && problem.Text.Length > 0);
            return null;
        }
    }
}
