using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Worlds;

/// <summary>The schema of worlds and their reader agree, and the reader never crashes.</summary>
public sealed class WorldSchemaTests
{
    // What a schema cannot say: names that refer to each other or repeat, and what a value means.
    private static readonly string[] BeyondSchemas =
    [
        "the name of an account of this world", "another id", "another key", "another token", "another s3key", "the account itself",
        "cannot be compiled", "got it again", "half of a surrogate pair",
    ];

    private const string Characters = "{}[]\",:\\0-e\u2028\uD800é ";

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "2.0", "-1", "2.5", "1e99", "404", "\"\"", "\"x\"", "\"a b\"", "\"active\"", "\"full\"",
        "\"down\"", "\"hang\"", "\"refused\"", "\"valid\"", "\"label\"", "\"artist\"", "\"*\"", "\"GITHUB_CREATE_ISSUE\"", "\"HALF\"",
        "[]", "[1]", "[\"github\"]", "{}", "{\"a\":1}", "{\"$parameters\":\"/a\"}", "{\"$parameters\":1}", "{\"$parameters\":\"\",\"b\":2}",
        "{\"action\":\"*\"}", "{\"returns\":{}}", "{\"name\":\"a\",\"mimetype\":\"b\"}", "\"3f0c5c1e-6a0b-4e53-9c57-0f6a4f7b1a2c\"",
    ];

    [Fact]
    public void The_schema_accepts_the_world_with_each_member()
    {
        var violations = WorldSamples.Schema.Validate(Json(WorldSamples.Complete)).Violations;

        violations.Select(violation => $"{violation}").ShouldBeEmpty();
        Should.NotThrow(() => RecoupEmulator.Start(Catalog, WorldSamples.Options(WorldSamples.Complete)));
    }

    [Fact]
    public void The_sample_has_each_member_of_the_schema()
    {
        using var stream = typeof(World).Assembly.GetManifestResourceStream("world.schema.json")!;
        var known = new HashSet<string>();
        foreach (var (name, value) in Members(JsonNode.Parse(stream)!))
        {
            if (name == "properties")
                known.UnionWith(value.AsObject().Select(member => member.Key));
        }

        known.Except(Members(JsonNode.Parse(WorldSamples.Complete)!).Select(member => member.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void The_schema_and_the_reader_accept_and_reject_the_same_worlds() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000_000).ToArbitrary(), seed =>
        {
            // Half of a surrogate pair, which no JsonNode can write.
            var text = Mutated(new Random(seed)).ToJsonString().Replace("HALF", "\\ud800", StringComparison.Ordinal);
            var problem = Problem(text);
            var isValid = WorldSamples.Schema.IsValid(JsonElement.Parse(text));
            if (problem is null)
                isValid.ShouldBeTrue(text);
            else if (isValid)
                BeyondSchemas.ShouldContain(reason => problem.Contains(reason, StringComparison.Ordinal), $"{problem}\n{text}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void A_world_that_is_cut_or_changed_anywhere_is_read_or_refused() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000_000).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var text = WorldSamples.Complete.ToCharArray().ToList();
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                var at = random.Next(text.Count);
                switch (random.Next(4))
                {
                    case 0: text.RemoveAt(at); break;
                    case 1: text.Insert(at, Characters[random.Next(Characters.Length)]); break;
                    case 2: text.RemoveRange(at, Math.Min(random.Next(40), text.Count - at)); break;
                    default: text.InsertRange(random.Next(text.Count), text.Slice(at, Math.Min(random.Next(200), text.Count - at))); break;
                }
            }

            Problem(string.Concat(text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // Nothing but a RecoupEmulatorException is caught.
    private static string? Problem(string text)
    {
        try
        {
            var world = World.Parse(text);
            try
            {
                RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { World = world });
            }
            catch (RecoupEmulatorException)
            {
                // The catalog does not have a name.
            }

            return null;
        }
        catch (RecoupEmulatorException exception)
        {
            return exception.Message;
        }
    }

    private static JsonNode Mutated(Random random)
    {
        var root = JsonNode.Parse(WorldSamples.Complete)!;
        var names = Members(root).Select(member => member.Name).Distinct().Append("unknown").ToList();
        for (var i = random.Next(1, 3); i > 0; i--)
        {
            var places = Containers(root).Where(container => container is JsonArray { Count: > 0 } or JsonObject { Count: > 0 }).ToList();
            var value = JsonNode.Parse(Values[random.Next(Values.Length)]);
            switch (places[random.Next(places.Count)])
            {
                case JsonArray array when random.Next(2) == 0:
                    array.Add(value);
                    break;
                case JsonArray array:
                    array[random.Next(array.Count)] = value;
                    break;
                case JsonObject owner:
                    var name = random.Next(2) == 0 ? names[random.Next(names.Count)] : owner.ElementAt(random.Next(owner.Count)).Key;
                    if (random.Next(3) == 0)
                        owner.Remove(name);
                    else
                        owner[name] = value;
                    break;
            }
        }

        return root;
    }

    private static IEnumerable<(string Name, JsonNode Value)> Members(JsonNode root) =>
        Containers(root).OfType<JsonObject>().SelectMany(owner => owner.Select(member => (member.Key, member.Value!)));

    private static IEnumerable<JsonNode> Containers(JsonNode? node) => node switch
    {
        JsonObject owner => [owner, .. owner.SelectMany(member => Containers(member.Value))],
        JsonArray array => [array, .. array.SelectMany(Containers)],
        _ => [],
    };
}
