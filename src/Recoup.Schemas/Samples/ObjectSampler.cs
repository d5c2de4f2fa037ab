using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Keywords;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Samples;

/// <summary>
/// Creates objects with the required properties, the properties that depend on them, and the optional properties that the options select.
/// </summary>
internal static class ObjectSampler
{
    public static JsonElement? Make(Sampler sampler, SampleShape shape, SamplePlace place)
    {
        if (!shape.Of<MinPropertiesKeyword.Assertion>().All(assertion =>
            sampler.Budget.Allows(assertion.Source, assertion.Keyword, assertion.Bound, SampleNames.Longest, "properties")))
            return null;
        var choice = new PropertyChoice(sampler, shape, place);
        var required = choice.Required;
        var least = shape.Of<MinPropertiesKeyword.Assertion>().Select(assertion => assertion.Bound).DefaultIfEmpty(0).Max();
        var most = shape.Of<MaxPropertiesKeyword.Assertion>().Select(assertion => assertion.Bound).DefaultIfEmpty(int.MaxValue).Min();
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var name in choice.Names)
        {
            if (properties.Count >= most && !required.Contains(name))
                continue;
            if (BuildProperty(sampler, shape, place, name) is { } value)
                properties[name] = value;
            else if (required.Contains(name))
                return null;
        }

        foreach (var name in SampleNames.More(sampler, shape, place))
        {
            if (properties.Count >= least)
                break;
            if (!properties.ContainsKey(name) && BuildProperty(sampler, shape, place, name) is { } value)
                properties[name] = value;
        }

        return SampleJson.OfObject(properties);
    }

    private static JsonElement? BuildProperty(Sampler sampler, SampleShape shape, SamplePlace place, string name) =>
        sampler.Build(NodesOf(sampler, shape, name), JsonPointer.Append(place.Path, name), place.Depth + 1, place.Variant);

    private static List<SchemaNode> NodesOf(Sampler sampler, SampleShape shape, string name)
    {
        var nodes = new List<SchemaNode>();
        sampler.Budget.Take(shape.Properties.Count);
        foreach (var pass in shape.Properties)
        {
            var before = nodes.Count;
            if (pass.Find(name)?.Node is { } node)
                nodes.Add(node);
            nodes.AddRange(pass.Patterns.Where(pattern => sampler.IsMatch(pattern.Pattern, name)).Select(pattern => pattern.Node));
            if (nodes.Count == before && pass.Additional is { } additional)
                nodes.Add(additional);
        }

        if (nodes.Count == 0)
            nodes.AddRange(shape.Of<UnevaluatedPropertiesKeyword.Assertion>().Select(assertion => assertion.Node));
        return nodes;
    }
}
