using Recoup.Schemas.Json;
using Recoup.Schemas.Keywords;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Samples;

/// <summary>
/// Selects the properties of one object: the required ones, those that depend on them, and the optional ones that the options ask for. Each
/// name and each keyword is visited once, however long the chains of dependencies are.
/// </summary>
internal sealed class PropertyChoice
{
    private const int Shallow = 4;
    private const int MostDepthOfAll = 8;

    private readonly Sampler _sampler;
    private readonly SampleShape _shape;
    private readonly SamplePlace _place;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wanted = new(StringComparer.Ordinal);
    private readonly Queue<string> _pending = new();
    private readonly Dictionary<string, List<PresenceAssertion>> _dependents = new(StringComparer.Ordinal);

    public PropertyChoice(Sampler sampler, SampleShape shape, SamplePlace place)
    {
        _sampler = sampler;
        _shape = shape;
        _place = place;

        // Schemas that depend on a property can add further keywords to the shape.
        for (var i = 0; i < shape.Assertions.Count; i++)
        {
            if (shape.Assertions[i] is ObjectAssertion pass)
                Read(pass);
            while (_pending.Count > 0 && sampler.Budget.Take(1))
                Follow(_pending.Dequeue());
        }

        Names = [.. shape.Of<ObjectAssertion>().SelectMany(SampleNames.Declared).Concat(Required).Concat(_wanted)
            .Distinct(StringComparer.Ordinal).Where(_wanted.Contains)];
    }

    /// <summary>The names to include, in the order of the schema.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The names that the schema demands, directly or through others.</summary>
    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    private void Read(ObjectAssertion pass)
    {
        foreach (var assertion in pass.Presence)
        {
            if (assertion is RequiredKeyword.Assertion required)
            {
                foreach (var name in required.Names)
                    Require(name);
            }
            else if (TriggerOf(assertion) is { } trigger)
            {
                if (!_dependents.TryGetValue(trigger, out var dependents))
                    _dependents.Add(trigger, dependents = []);
                dependents.Add(assertion);
                if (_wanted.Contains(trigger))
                    Follow(assertion);
            }
        }

        foreach (var name in SampleNames.Declared(pass))
        {
            if (_known.Add(name) && IsWanted(name))
                Want(name);
        }
    }

    private static string? TriggerOf(PresenceAssertion assertion) => assertion switch
    {
        DependentRequiredKeyword.Assertion names => names.Trigger,
        DependentSchemasKeyword.Assertion schema => schema.Trigger,
        _ => null,
    };

    private void Follow(string name)
    {
        if (!_dependents.TryGetValue(name, out var dependents))
            return;
        foreach (var dependent in dependents)
            Follow(dependent);
    }

    private void Follow(PresenceAssertion dependent)
    {
        if (dependent is DependentSchemasKeyword.Assertion schema)
            _shape.Add(schema.Node);
        if (dependent is not DependentRequiredKeyword.Assertion needed)
            return;
        foreach (var name in needed.Names)
            Require(name);
    }

    private void Require(string name)
    {
        Required.Add(name);
        Want(name);
    }

    private void Want(string name)
    {
        if (_wanted.Add(name))
            _pending.Enqueue(name);
    }

    private bool IsWanted(string name) => _sampler.Properties switch
    {
        SampleProperties.Required => false,

        // If the object with all properties is invalid, later attempts leave some out.
        SampleProperties.All => _place.Depth < MostDepthOfAll && (_place.Attempt == 0 || Random(name).Next(4) > 0),
        _ => _place.Depth < Shallow && Random(name).Next(2 + _place.Depth) == 0,
    };

    private SampleRandom Random(string name) => _sampler.Random(JsonPointer.Append(_place.Path, name), _place.Attempt);
}
