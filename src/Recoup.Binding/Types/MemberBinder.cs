using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types;

/// <summary>Binds <c>properties</c> and <c>required</c> to members: required ones first, each group in the order of the schema.</summary>
internal static class MemberBinder
{
    public static bool HasMembers(PositionedElement schema)
    {
        foreach (var _ in schema["properties"].EnumerateObject())
            return true;
        foreach (var name in schema["required"].EnumerateArray())
        {
            if (name.AsString() is not null)
                return true;
        }

        return false;
    }

    public static IEnumerable<MemberDraft> Bind(IReadOnlyList<PositionedElement> parts, Place place, TypeBinder binder)
    {
        var required = new List<string>();
        var isRequired = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<string>();
        var schemas = new Dictionary<string, PositionedElement>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            foreach (var name in part["required"].EnumerateArray())
            {
                if (name.AsString() is { } text && isRequired.Add(text))
                    required.Add(text);
            }

            foreach (var property in part["properties"].EnumerateObject())
            {
                if (!schemas.ContainsKey(property.Name))
                    names.Add(property.Name);
                schemas[property.Name] = property.Value;
            }
        }

        // A required name without a schema is still a member.
        var members = names.Concat(required.Where(name => !schemas.ContainsKey(name)))
            .Select(name =>
                BindMember(
                    name, schemas.TryGetValue(name, out var schema) ? schema : default, isRequired.Contains(name), place, binder) with
                { Schema = schema })
            .Select(member => binder.BindsResult ? ResultShape.Of(member) : member)
            .ToList();
        return members.Where(member => member.Presence is MemberPresence.Required or MemberPresence.Constant)
            .Concat(members.Where(member => member.Presence is MemberPresence.Optional or MemberPresence.OptionalNullable));
    }

    private static MemberDraft BindMember(string name, PositionedElement schema, bool isRequired, Place place, TypeBinder binder)
    {
        var at = place.Property(name);
        if (schema.ValueKind == JsonValueKind.Undefined)
            return new(
                name,
                binder.Fallback(place, $"'{name}' is required, but it has no schema").Use,
                MemberPresence.Required,
                DocumentationModel.None,
                null);

        var documentation = Annotations.Read(schema);
        var constant = ConstantOf(schema);
        if (isRequired && !binder.BindsResult && constant.ValueKind != JsonValueKind.Undefined)
            return new(name, BoundType.Json.Use, MemberPresence.Constant, documentation, constant.RawText);

        var bound = binder.Bind(schema, at);
        var presence = isRequired ? MemberPresence.Required
            : !bound.IsNullable || bound.Type is JsonTypeModel || schema["default"].ValueKind == JsonValueKind.Null
                ? MemberPresence.Optional
            : MemberPresence.OptionalNullable;
        return new(name, bound.Use, presence, documentation, null);
    }

    private static PositionedElement ConstantOf(PositionedElement schema)
    {
        if (schema["const"] is { ValueKind: not JsonValueKind.Undefined } constant)
            return constant;

        // A single value without null is another spelling of const.
        var values = new SchemaView(schema);
        return values is { IsNullable: false, Values: [var only] } ? only : default;
    }
}
