using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types.Features;

/// <summary>Binds <c>properties</c> and <c>required</c> to members: required ones first, each group in the order of the schema.</summary>
internal static class MemberBinder
{
    private static readonly string[] Describing = ["$ref", "type", "enum", "const", "properties", "items", "anyOf", "oneOf", "allOf"];

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

    public static IEnumerable<MemberDraft> Bind(ObjectShape shape, Place place, TypeBinder binder)
    {
        var required = new HashSet<string>(shape.Required, StringComparer.Ordinal);
        var described = shape.Properties.GroupBy(property => property.Name, StringComparer.Ordinal).ToArray();
        var names = new HashSet<string>(described.Select(group => group.Key), StringComparer.Ordinal);

        // A name without a schema is still a member.
        var members = described
            .Select(group => BindMember(group.Key, SchemasOf(group), required.Contains(group.Key), place.Property(group.Key), binder))
            .Concat(shape.Required.Where(names.Add).Select(name => Undescribed(name, MemberPresence.Required, place, binder)))
            .Concat(shape.Mentioned.Where(names.Add).Select(name => Undescribed(name, MemberPresence.Optional, place, binder)))
            .Select(member => binder.BindsResult ? ResultShape.Of(member) : member)
            .ToList();
        return members.Where(member => member.Presence is MemberPresence.Required or MemberPresence.Constant)
            .Concat(members.Where(member => member.Presence is MemberPresence.Optional or MemberPresence.OptionalNullable));
    }

    // A schema that always holds decides: of several the last one that says what the value is, because others only add bounds or texts.
    // Alternatives decide only where it says nothing.
    private static PositionedElement[] SchemasOf(IEnumerable<ObjectProperty> descriptions)
    {
        var (certain, chosen) = (default(PositionedElement), new List<PositionedElement>());
        foreach (var property in descriptions)
        {
            if (!property.IsChosen && Says(property.Schema) >= Says(certain))
                certain = property.Schema;
            else if (!property.IsChosen)
                continue;
            else if (!chosen.Contains(property.Schema))
                chosen.Add(property.Schema);
        }

        return chosen.Count == 0 || !new SchemaView(certain).AcceptsAnything ? [certain] : [.. chosen];
    }

    // Nothing, a restriction, or what kind of value it is.
    private static int Says(PositionedElement schema)
    {
        var view = new SchemaView(schema);
        return view.AcceptsAnything ? 0
            : Array.Exists(Describing, view.Has) ? 2
            : 1;
    }

    private static MemberDraft Undescribed(string name, MemberPresence presence, Place place, TypeBinder binder) => new(
        name,
        binder.Fallback(
            place.Property(name),
            (presence == MemberPresence.Required ? "it is required" : "a rule mentions it") + ", but it has no schema").Use,
        presence,
        DocumentationModel.None,
        null);

    private static MemberDraft BindMember(
        string name, PositionedElement[] schemas, bool isRequired, Place at, TypeBinder binder)
    {
        var documentation = Annotations.Read(schemas[0], binder.Root);
        if (schemas.Length > 1)
        {
            // The alternatives describe the member in several ways: it has the type of a union of them.
            documentation = documentation with { Default = null, Notes = "", Examples = "", IsDeprecated = false };
            return Member(name, binder.AsUsed(UnionFeature.BindChoice(schemas, at, binder), at), schemas[0], isRequired, documentation);
        }

        var constant = ConstantOf(schemas[0], binder.Root);
        if (isRequired && !binder.BindsResult && constant.ValueKind != JsonValueKind.Undefined)
            return new(name, BoundType.Json.Use, MemberPresence.Constant, documentation, constant.RawText) { Schema = schemas[0] };
        return Member(name, binder.Bind(schemas[0], at), schemas[0], isRequired, documentation);
    }

    private static MemberDraft Member(
        string name, BoundType bound, PositionedElement schema, bool isRequired, DocumentationModel documentation)
    {
        var presence = isRequired ? MemberPresence.Required
            : !bound.IsNullable || bound.Type is JsonTypeModel || schema["default"].ValueKind == JsonValueKind.Null
                ? MemberPresence.Optional
            : MemberPresence.OptionalNullable;
        return new(name, bound.Use, presence, documentation, null) { Schema = schema };
    }

    private static PositionedElement ConstantOf(PositionedElement schema, PositionedElement root)
    {
        // Beside null, the caller has a choice.
        var view = new SchemaView(schema, root);
        if (view.IsNullable && schema["const"].ValueKind != JsonValueKind.Null)
            return default;
        return schema["const"] is { ValueKind: not JsonValueKind.Undefined } constant ? constant

            // A single value is another spelling of const.
            : view.Values is [var only] ? only : default;
    }
}
