using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Schemas.Json;

namespace Recoup.Schemas.Tests;

public sealed class CatalogTests(ITestOutputHelper output)
{
    private const int Mutations = 10_000;
    private static readonly string[] SchemaMembers = ["parameters", "outputParameters"];

    [Fact]
    public void Every_schema_of_the_real_catalogs_compiles_or_has_problems_with_a_location()
    {
        foreach (var (file, schemas) in Catalogs())
        {
            var compiled = 0;
            var sampled = 0;
            foreach (var element in schemas)
            {
                if (JsonSchema.TryParse(element, null, out var schema, out var problems))
                {
                    compiled++;
                    if (schema.CreateSample(1) is { } sample)
                    {
                        sampled++;
                        schema.IsValid(sample).ShouldBeTrue();
                    }

                    continue;
                }

                problems.ShouldNotBeEmpty();
                foreach (var problem in problems)
                {
                    Follow(element, problem.DocumentLocation).ShouldBeTrue(problem.Message);
                    output.WriteLine($"{file}: {problem}");
                }
            }

            output.WriteLine($"{file}: {compiled} of {schemas.Count} schemas compile, {sampled} have a sample");
        }
    }

    [Fact]
    public void Validating_mutated_instances_of_the_real_catalogs_never_throws()
    {
        var pairs = Catalogs().SelectMany(catalog => catalog.Schemas)
            .Select(element => JsonSchema.TryParse(element, null, out var schema, out _) ? schema : null).OfType<JsonSchema>()
            .Select(schema => (Schema: schema, Sample: schema.CreateSample(new SampleOptions { Properties = SampleProperties.All })))
            .Where(pair => pair.Sample is not null).ToList();
        var random = new Random(4711);
        var invalid = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var (schema, sample) = pairs[i % pairs.Count];
            var mutated = JsonSerializer.SerializeToElement(Mutate(JsonNode.Parse(sample!.Value.GetRawText()), random));
            var result = schema.Validate(mutated);
            result.IsValid.ShouldBe(schema.IsValid(mutated));
            invalid += result.IsValid ? 0 : 1;
        }

        output.WriteLine($"{invalid} of {Mutations} mutated instances are invalid");
        invalid.ShouldBeGreaterThan(Mutations / 10);
    }

    private static IEnumerable<(string File, List<JsonElement> Schemas)> Catalogs()
    {
        foreach (var path in Directory.EnumerateFiles(TestData.RequireExternal("catalogs"), "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var schemas = document.RootElement.GetProperty("actions").EnumerateArray()
                .SelectMany(action =>
                    SchemaMembers.Where(name => action.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object)
                    .Select(name => action.GetProperty(name).Clone())).ToList();
            yield return (Path.GetFileName(path), schemas);
        }
    }

    private static JsonNode? Mutate(JsonNode? node, Random random)
    {
        JsonNode?[] others = [null, "text", 0, -1.5, true, new JsonArray(), new JsonObject(), "\u0000\ud83d\ude00", 1e300];
        switch (node)
        {
            case JsonObject { Count: > 0 } container when random.Next(5) > 0:
                var (name, value) = container.ElementAt(random.Next(container.Count));
                switch (random.Next(4))
                {
                    case 0:
                        container.Remove(name);
                        break;
                    case 1:
                        container[$"{name}~/\""] = value?.DeepClone();
                        break;
                    default:
                        container.Remove(name);
                        container[name] = Mutate(value, random);
                        break;
                }

                return container;
            case JsonArray { Count: > 0 } container when random.Next(5) > 0:
                var index = random.Next(container.Count);
                var item = container[index]?.DeepClone();
                if (random.Next(3) == 0)
                    container.Add(item);
                else
                    container[index] = Mutate(item, random);
                return container;
            default:
                return others[random.Next(others.Length)];
        }
    }

    private static bool Follow(JsonElement element, string pointer)
    {
        foreach (var segment in JsonPointer.Split(pointer))
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(segment, out var value))
                element = value;
            else if (element.ValueKind == JsonValueKind.Array && int.TryParse(segment, out var index))
                element = element[index];
            else
                return false;
        }

        return true;
    }
}
