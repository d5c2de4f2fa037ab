using System.Text.Json;
using Recoup.Schemas.Keywords;
using Recoup.Schemas.Patterns;
using Recoup.Schemas.Platform;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Samples;

/// <summary>
/// Creates instances of a schema. For each value it collects the schemas that apply, makes candidates (examples, defaults and constants
/// first), and keeps the first candidate that is valid.
/// </summary>
internal sealed class Sampler(SchemaNode root, JsonSchemaLimits limits, SampleOptions options, int mostSteps)
{
    private const int MostAttempts = 48;

    /// <summary>The steps that an attempt takes beside those of its parts.</summary>
    private const int StepsOfAttempt = 32;
    private const int Deepest = 40;

    public SampleBudget Budget { get; } = new(mostSteps);

    public SampleProperties Properties => options.Properties;

    /// <summary>A valid instance, or null if none was found.</summary>
    public JsonElement? Build()
    {
        var sample = Build([root], "", 0, 0);
        return sample is { } found && IsValid([root], found) ? found : null;
    }

    /// <summary>An instance that satisfies all given schemas.</summary>
    public JsonElement? Build(IReadOnlyCollection<SchemaNode> nodes, string path, int depth, int variant)
    {
        if (depth > Deepest)
            return null;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (!Budget.Take(StepsOfAttempt + path.Length))
                return null;
            var choices = new SampleChoices(attempt, Random(path, 0));
            var shape = new SampleShape(nodes, root, limits, choices, Budget);
            var place = new SamplePlace(path, depth, attempt, variant);
            foreach (var candidate in Candidates(shape, place))
            {
                if (!Budget.Take(Utf8Json.Length(candidate) / 8))
                    return null;
                if (shape.Allows(candidate) && IsValid(nodes, candidate))
                    return candidate;
            }

            // After all combinations of alternatives, try a few more numbers and texts.
            if (choices.IsExhausted && attempt > 8)
                return null;
        }

        return null;
    }

    public SampleRandom Random(string path, int attempt) => new(options.Seed, path, attempt);

    public SampleRandom Random(SamplePlace place) => Random(place.Path, place.Attempt);

    public bool IsValid(IEnumerable<SchemaNode> nodes, JsonElement candidate)
    {
        foreach (var node in nodes)
        {
            var steps = Math.Min(limits.EvaluationSteps, Budget.Left);
            var run = new Evaluation(limits, trace: null, steps);
            var isValid = run.Judge(node, candidate);
            if (!Budget.Take(1 + steps - run.StepsLeft) || !isValid)
                return false;
        }

        return true;
    }

    /// <summary>Whether a string has the formats of schemas, which may be annotations.</summary>
    public bool HasFormats(IEnumerable<SchemaNode> nodes, JsonElement text) =>
        new SampleShape(nodes, root, limits, new SampleChoices(0, Random("", 0)), Budget).Allows(text);

    public bool IsMatch(EcmaPattern pattern, string name)
    {
        var left = Budget.Left;
        var matches = pattern.IsMatch(name.AsSpan(), ref left);
        return Budget.Take(1 + Budget.Left - left) && matches == true;
    }

    private IEnumerable<JsonElement> Candidates(SampleShape shape, SamplePlace place)
    {
        foreach (var given in SampleAnnotations.Of(shape, whole: Properties == SampleProperties.Some).Skip(place.Variant))
            yield return given;

        var lists = shape.Of<EnumKeyword.Assertion>().ToList();
        if (lists.Count > 0)
        {
            // Take the shortest list. The validation rejects values that another list does not have.
            var values = lists.OrderBy(list => list.Values.Count).First().Values;
            var first = Random(place).Next(values.Count);
            for (var i = 0; i < values.Count; i++)
                yield return values[(first + i) % values.Count];
            yield break;
        }

        foreach (var kind in SampleKinds.Of(shape))
        {
            if (kind == InstanceKinds.String)
            {
                foreach (var text in StringSampler.Make(shape, Random(place), place, Budget))
                    yield return SampleJson.Of(text);
                continue;
            }

            var made = kind switch
            {
                InstanceKinds.Object => ObjectSampler.Make(this, shape, place),
                InstanceKinds.Array => ArraySampler.Make(this, shape, place),
                InstanceKinds.Integer or InstanceKinds.Number =>
                    NumberSampler.Make(shape, Random(place), kind == InstanceKinds.Integer, Budget),
                InstanceKinds.Boolean => SampleJson.Of(Random(place).Next(2) == 0),
                _ => SampleJson.Null,
            };
            if (made is { } candidate)
                yield return candidate;
        }
    }
}
