using System.Text.Json;
using Recoup.Emulator.Core.Json;
using Recoup.Emulator.Core.Messages;
using Recoup.Emulator.Core.Stubs;
using Recoup.Schemas;

namespace Recoup.Emulator.Worlds;

/// <summary>Reads the stubs of a world.</summary>
internal static class StubReader
{
    public static List<WorldStub> Read(WorldValue value)
    {
        var stubs = new List<WorldStub>();
        foreach (var item in value.Items("the stubs", WorldLimits.Entries))
        {
            if (ReadStub(item) is { } stub)
                stubs.Add(stub);
        }

        return stubs;
    }

    /// <summary>Reads a stub; null if a problem was reported.</summary>
    public static WorldStub? ReadStub(WorldValue value)
    {
        if (value.Json() is not { } source)
            return null;
        var (action, account) = ((WorldName?)null, (WorldName?)null);
        var (conditions, steps) = (new List<StubCondition>(), new List<WorldStep>());
        var (parameters, delay) = ((JsonElement?)null, (WorldValue?)null);
        value.Members(
            "a stub",
            [
                new("action", name => action = name.Name("the slug of an action, or * for every action")),
                new("account", name => account = name.Name("the name of an account")),
                new("parameters", exact => parameters = exact.JsonObject("the parameters of a call")),
                new("where", pattern => conditions.AddRange(ReadPattern(pattern))),
                new("schema", schema => conditions.AddRange(ReadSchema(schema))),
                new("outcomes", list => steps = ReadSteps(list)),
                new("delay", seconds => delay = seconds),
            ],
            "action");
        if (delay is { } unused && steps.Count > 0)
            unused.Unexpected("a delay only in a stub without outcomes", "outcomes too: write the delay into each of them");
        return action is null ? null : new WorldStub(action, source)
        {
            Account = account,
            Parameters = parameters,
            Conditions = conditions,
            Steps = steps,
            Delay = delay?.Seconds() ?? TimeSpan.Zero,
        };
    }

    private static IEnumerable<StubCondition> ReadPattern(WorldValue value)
    {
        if (value.JsonObject("a pattern of the parameters") is not { } pattern)
            yield break;
        yield return new StubCondition(
            $"where {Excerpt.Of(pattern.GetRawText())}", call => JsonDifference.DescribeMismatch(pattern, call.Parameters))
        { Members = pattern };
    }

    private static IEnumerable<StubCondition> ReadSchema(WorldValue value)
    {
        if (value.Json() is not { } json)
            yield break;
        if (!JsonSchema.TryParse(json, null, out var schema, out var problems))
        {
            foreach (var problem in problems)
            {
                var place = value with
                {
                    Element = value.Element.Nearest(problem.DocumentLocation),
                    Pointer = value.Pointer + problem.DocumentLocation,
                };
                place.Unexpected("a JSON Schema", $"one that cannot be compiled: {problem.Text}");
            }

            yield break;
        }

        yield return new StubCondition(
            $"schema {Excerpt.Of(json.GetRawText())}",
            call => JsonDifference.Describe(call.Work.Validate(schema, call.Parameters).Select(violation => $"{violation}")));
    }

    private static List<WorldStep> ReadSteps(WorldValue value)
    {
        var steps = new List<WorldStep>();
        foreach (var item in value.Items("the outcomes", WorldLimits.Entries))
        {
            var (times, delay) = ((int?)null, TimeSpan.Zero);
            var script = OutcomeTable.ReadOne(
                item,
                "an outcome",
                OutcomeTable.OfActions,
                new WorldMember("times", count => times = count.Integer(1, int.MaxValue)),
                new WorldMember("delay", seconds => delay = seconds.Seconds() ?? TimeSpan.Zero));
            if (script is not null)
                steps.Add(new WorldStep(script, times, delay));
        }

        return steps;
    }
}
