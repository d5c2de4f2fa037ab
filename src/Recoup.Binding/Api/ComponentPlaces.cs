using System.Text.Json;
using Recoup.Binding.Types;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Api;

/// <summary>
/// The places of the schemas in the components of a document. They belong to the component that contains them, so that the name of an
/// inline type is the same whatever refers to the component. Linear in the size of the components.
/// </summary>
internal sealed class ComponentPlaces
{
    /// <summary>What the pointers of all components begin with.</summary>
    public const string Components = "/components/";

    private const string Properties = "properties";

    // A shared schema is named by its name alone. The word behind other components tells their inline types from it.
    private static readonly (string Section, string? Word)[] Sections =
        [("schemas", null), ("parameters", "parameter"), ("requestBodies", "request"), ("responses", "response")];

    private readonly Dictionary<int, Place> _components = [];
    private readonly Dictionary<int, Step> _steps = [];

    public ComponentPlaces(PositionedElement root)
    {
        foreach (var (section, word) in Sections)
        {
            foreach (var component in root["components"][section].EnumerateObject())
            {
                var name = component.Name;
                _components[component.Value.Offset] = new Place(
                    JsonPointer.Of("components", section, name), word is null ? [name] : [name, word]);
                Add(component.Value);
            }
        }
    }

    /// <summary>The place of a schema, or null if it is in no component.</summary>
    public Place? Of(PositionedElement schema)
    {
        var steps = new Stack<Step>();
        var at = schema.Offset;
        for (; _steps.TryGetValue(at, out var step); at = step.Parent)
            steps.Push(step);
        if (!_components.TryGetValue(at, out var component))
            return null;
        return new Place(
            component.Pointer + string.Concat(steps.Select(step => "/" + JsonPointer.Escape(step.Name))),
            [.. component.Path, .. steps.Select(step => step.Word).OfType<string>()]);
    }

    private void Add(PositionedElement component)
    {
        var open = new Stack<(PositionedElement Value, bool IsMap)>();
        open.Push((component, false));
        while (open.Count > 0)
        {
            var (value, isMap) = open.Pop();
            var index = 0;
            foreach (var item in value.EnumerateArray())
                Push(item, index++.ToString(System.Globalization.CultureInfo.InvariantCulture), null, isMapBelow: false);
            var hasProperties = !isMap && value[Properties].ValueKind == JsonValueKind.Object;
            foreach (var member in value.EnumerateObject())
            {
                if (member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                    continue;
                var name = member.Name;
                var word = isMap ? name : name == Place.AdditionalKeyword && hasProperties ? Place.AdditionalName : null;
                Push(member.Value, name, word, isMapBelow: !isMap && name == Properties);
            }

            void Push(PositionedElement child, string name, string? word, bool isMapBelow)
            {
                if (child.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                    return;
                _steps[child.Offset] = new Step(value.Offset, name, word);
                open.Push((child, isMapBelow));
            }
        }
    }

    /// <summary>A step of a path.</summary>
    /// <param name="Parent">The value that the step starts from.</param>
    /// <param name="Name">The name of the member, or the index of the item.</param>
    /// <param name="Word">What the step adds to a name, or null.</param>
    private readonly record struct Step(int Parent, string Name, string? Word);
}
