using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types;

/// <summary>
/// An object that several schemas describe. Some always hold; of the others, only those of the chosen alternatives do.
/// </summary>
/// <param name="parts">The schemas that always hold: the schema, the target of its reference, and the branches of its <c>allOf</c>.</param>
/// <param name="choices">The alternatives, one list for each keyword that offers a choice.</param>
/// <param name="rules">The rules that no C# type expresses.</param>
/// <remarks>
/// Alternatives share shapes, so each list is made once and has each schema once: a schema can refer to the next one twice.
/// </remarks>
internal sealed class ObjectShape(
    IReadOnlyList<PositionedElement> parts, IReadOnlyList<IReadOnlyList<ObjectShape>> choices, IReadOnlyList<ObjectRule> rules)
{
    private IReadOnlyList<string>? _required;
    private IReadOnlyList<ObjectProperty>? _properties;
    private IReadOnlyList<PositionedElement>? _allParts;

    /// <summary>An object that nothing is said about.</summary>
    public static ObjectShape Empty { get; } = new([], [], []);

    /// <summary>An object whose schema cannot be found.</summary>
    /// <param name="rule">The reference that leads nowhere.</param>
    public static ObjectShape Unknown(ObjectRule rule) => new([], [], [rule]) { IsOpen = true };

    /// <summary>The names that conditions, dependencies and alternatives mention. Some of them may have no schema.</summary>
    public IReadOnlyList<string> Mentioned { get; init; } = [];

    /// <summary>Whether a schema that cannot be found may describe more members.</summary>
    public bool IsOpen { get; init; }

    public IReadOnlyList<PositionedElement> Parts => parts;

    public IReadOnlyList<IReadOnlyList<ObjectShape>> Choices => choices;

    public IReadOnlyList<ObjectRule> Rules => rules;

    /// <summary>The names that every value of the object has: those of the parts, and those that all alternatives require.</summary>
    public IReadOnlyList<string> Required => _required ??= ReadRequired();

    /// <summary>The properties of the parts and of all alternatives, in order. A name occurs once for each of its schemas.</summary>
    public IReadOnlyList<ObjectProperty> Properties => _properties ??= ReadProperties();

    /// <summary>The parts, then those of all alternatives.</summary>
    public IReadOnlyList<PositionedElement> AllParts => _allParts ??= [.. Parts
        .Concat(Alternatives.SelectMany(shape => shape.AllParts))
        .GroupBy(part => part.Offset)
        .Select(group => group.First())];

    private IEnumerable<ObjectShape> Alternatives => Choices.SelectMany(choice => choice);

    private List<string> ReadRequired()
    {
        var names = new List<string>();
        foreach (var part in Parts)
        {
            foreach (var name in part["required"].EnumerateArray())
            {
                if (name.AsString() is { } text)
                    names.Add(text);
            }
        }

        foreach (var choice in Choices)
        {
            IEnumerable<string> common = choice[0].Required;
            foreach (var other in choice.Skip(1))
                common = common.Intersect(other.Required, StringComparer.Ordinal);
            names.AddRange(common);
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    private List<ObjectProperty> ReadProperties()
    {
        var properties = new List<ObjectProperty>();
        foreach (var part in Parts)
        {
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var property in part["properties"].EnumerateObject())
            {
                // Of a member that is listed twice, readers of JSON use the last one.
                var read = new ObjectProperty(property.Name, property.Value, IsChosen: false);
                if (places.TryGetValue(property.Name, out var place))
                {
                    properties[place] = read;
                    continue;
                }

                places.Add(property.Name, properties.Count);
                properties.Add(read);
            }
        }

        // A property that an alternative forbids is no property.
        var chosen = Alternatives.SelectMany(shape => shape.Properties)
            .Where(property => property.Schema.ValueKind != JsonValueKind.False)
            .GroupBy(property => property.Schema.Offset)
            .Select(group => group.First() with { IsChosen = true });
        properties.AddRange(chosen);
        return properties;
    }
}

/// <summary>A property of an object.</summary>
/// <param name="Name">The name.</param>
/// <param name="Schema">The schema.</param>
/// <param name="IsChosen">Whether only an alternative describes it.</param>
internal readonly record struct ObjectProperty(string Name, PositionedElement Schema, bool IsChosen);
