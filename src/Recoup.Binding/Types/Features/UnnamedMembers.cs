using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types.Features;

/// <summary>
/// The members that <c>additionalProperties</c> and <c>patternProperties</c> describe without their names. C# has one type for all of them.
/// </summary>
internal static class UnnamedMembers
{
    /// <summary>Binds the type of these members.</summary>
    /// <param name="parts">The schemas that describe the object.</param>
    /// <param name="place">The place of the object.</param>
    /// <param name="valuePlace">The place that names a type of theirs.</param>
    /// <param name="binder">The binder of the action.</param>
    /// <returns>Null if no schema asks for such members.</returns>
    public static BoundType? Bind(IReadOnlyList<PositionedElement> parts, Place place, Place valuePlace, TypeBinder binder)
    {
        var schemas = new List<(PositionedElement Schema, string Pointer)>();
        foreach (var part in parts)
        {
            var additional = part["additionalProperties"];
            if (additional.AsBoolean() == true || (additional.ValueKind == JsonValueKind.Object && !Annotations.SayMore(additional)))
                return BoundType.Json;
            if (additional.ValueKind == JsonValueKind.Object && schemas.Count == 0)
                schemas.Add((additional, JsonPointer.Append(place.Pointer, "additionalProperties")));
        }

        foreach (var pattern in parts.SelectMany(Patterns))
            schemas.Add((pattern.Value, JsonPointer.Append(JsonPointer.Append(place.Pointer, "patternProperties"), pattern.Name)));
        return schemas.Count switch
        {
            0 => null,
            1 => binder.Bind(schemas[0].Schema, valuePlace with { Pointer = schemas[0].Pointer }),
            _ => binder.Fallback(
                valuePlace with { Pointer = schemas[^1].Pointer },
                "the form of a name decides which schema its value has"),
        };
    }

    // A form that is forbidden describes no member.
    private static IEnumerable<(string Name, PositionedElement Value)> Patterns(PositionedElement part)
    {
        foreach (var pattern in part["patternProperties"].EnumerateObject())
        {
            if (pattern.Value.ValueKind != JsonValueKind.False)
                yield return (pattern.Name, pattern.Value);
        }
    }
}
