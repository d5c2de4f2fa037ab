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
    private const int Shallow = 4;
    private const int MostDepthOfAll = 8;

    public static JsonElement? Make(Sampler sampler, SampleShape shape, SamplePlace place)
    {
        var chosen = Choose(sampler, shape, place, out var required);
        var least = shape.Of<MinPropertiesKeyword.Assertion>().Select(assertion => assertion.Bound).DefaultIfEmpty(0).Max();
        var most = shape.Of<MaxPropertiesKeyword.Assertion>().Select(assertion => assertion.Bound).DefaultIfEmpty(int.MaxValue).Min();
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var name in chosen)
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

    /// <summary>
    /// The names to include, in the order of the schema. The required ones, directly or through others, are also returned separately.
    /// </summary>
    private static List<string> Choose(Sampler sampler, SampleShape shape, SamplePlace place, out HashSet<string> required)
    {
        var names = new List<string>();
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        required = new HashSet<string>(StringComparer.Ordinal);
        for (var known = -1; known != shape.Nodes.Count;)
        {
            // Schemas that depend on a property can add further properties.
            known = shape.Nodes.Count;
            var presence = shape.Of<ObjectAssertion>().SelectMany(pass => pass.Presence).ToList();
            foreach (var name in presence.OfType<RequiredKeyword.Assertion>().SelectMany(assertion => assertion.Names))
                required.Add(name);
            names = shape.Of<ObjectAssertion>().SelectMany(SampleNames.Declared).Concat(required).Distinct(StringComparer.Ordinal).ToList();
            foreach (var name in names)
            {
                if (required.Contains(name) || IsWanted(sampler, place, name))
                    wanted.Add(name);
            }

            Close(presence, wanted, required);
            names = names.Concat(wanted).Distinct(StringComparer.Ordinal).ToList();
            foreach (var dependent in presence.OfType<DependentSchemasKeyword.Assertion>())
            {
                if (wanted.Contains(dependent.Trigger))
                    shape.Add(dependent.Node);
            }
        }

        return names.FindAll(wanted.Contains);
    }

    private static bool IsWanted(Sampler sampler, SamplePlace place, string name) => sampler.Properties switch
    {
        SampleProperties.Required => false,

        // If the object with all properties is invalid, later attempts leave some out.
        SampleProperties.All => place.Depth < MostDepthOfAll && (place.Attempt == 0 || Random(sampler, place, name).Next(4) > 0),
        _ => place.Depth < Shallow && Random(sampler, place, name).Next(2 + place.Depth) == 0,
    };

    private static SampleRandom Random(Sampler sampler, SamplePlace place, string name) =>
        sampler.Random(JsonPointer.Append(place.Path, name), place.Attempt);

    private static JsonElement? BuildProperty(Sampler sampler, SampleShape shape, SamplePlace place, string name) =>
        sampler.Build(NodesOf(shape, name), JsonPointer.Append(place.Path, name), place.Depth + 1);

    private static void Close(List<PresenceAssertion> presence, HashSet<string> wanted, HashSet<string> required)
    {
        bool grew;
        do
        {
            grew = false;
            foreach (var dependent in presence.OfType<DependentRequiredKeyword.Assertion>())
            {
                if (!wanted.Contains(dependent.Trigger))
                    continue;
                foreach (var name in dependent.Names)
                {
                    grew |= wanted.Add(name);
                    required.Add(name);
                }
            }
        }
        while (grew);
    }

    private static List<SchemaNode> NodesOf(SampleShape shape, string name)
    {
        var nodes = new List<SchemaNode>();
        foreach (var pass in shape.Of<ObjectAssertion>())
        {
            var before = nodes.Count;
            if (pass.Find(name)?.Node is { } node)
                nodes.Add(node);
            nodes.AddRange(pass.Patterns.Where(pattern => pattern.Pattern.IsMatch(name.AsSpan(), out _)).Select(pattern => pattern.Node));
            if (nodes.Count == before && pass.Additional is { } additional)
                nodes.Add(additional);
        }

        if (nodes.Count == 0)
            nodes.AddRange(shape.Of<UnevaluatedPropertiesKeyword.Assertion>().Select(assertion => assertion.Node));
        return nodes;
    }
}
