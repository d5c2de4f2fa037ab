using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types.Features;

/// <summary>An object with properties.</summary>
internal sealed class ClassFeature : ITypeFeature
{
    public BoundType? Bind(SchemaView schema, Place place, TypeBinder binder) =>
        schema.Types is [] or ["object"] ? BindObject(schema.Element, place, binder) : null;

    public static BoundType? BindObject(PositionedElement schema, Place place, TypeBinder binder) =>
        MemberBinder.HasMembers(schema)
            || ObjectShapeReader.Read(schema, place.Pointer, binder.Root) is { Properties.Count: > 0 } or { Required.Count: > 0 }
            ? BindShape(schema, binder.ShapeOf(schema, place), place, binder)
            : null;

    /// <summary>One class with the members of all schemas that describe the object.</summary>
    public static BoundType BindShape(PositionedElement schema, ObjectShape shape, Place place, TypeBinder binder)
    {
        var draft = new ClassDraft
        {
            IsView = binder.BindsResult,
            Documentation = Annotations.Read(schema, binder.Root),
            Path = new(place.Path),
            Pointer = place.Pointer,
            Schema = schema,
        };
        binder.Open(draft, schema.Offset, () =>
        {
            draft.Members.AddRange(MemberBinder.Bind(shape, place, binder));
            draft.Additional = binder.BindsResult ? null : Additional(shape, place, binder);
        });
        var types = draft.Members.Select(member => member.Type);
        if (binder.BindsResult)
        {
            // A view reads by name, so the order of its properties is not part of its shape.
            return binder.Declare(draft, types, () =>
                "view(" + string.Join(";", draft.Members.OrderBy(member => member.WireName, StringComparer.Ordinal).Select(Signature))
                    + ")");
        }

        return binder.Declare(draft, draft.Additional is { } additional ? types.Append(additional) : types, () =>
            "class(" + string.Join(";", draft.Members.Select(Signature)) + (draft.Additional is { } rest ? ";*" + Signatures.Of(rest) : "")
                + ")");
    }

    /// <summary>The type of additional properties; null if all members are described and the schema does not ask for others.</summary>
    public static TypeUse? Additional(ObjectShape shape, Place place, TypeBinder binder) =>
        UnnamedMembers.Bind(shape.AllParts, place, AdditionalPlace(place, binder), binder)?.Use
            ?? (shape.IsOpen ? BoundType.Json.Use : null);

    // The types of actions are named by other paths, and file marks know no such word.
    private static Place AdditionalPlace(Place place, TypeBinder binder) =>
        binder.Purpose == BindingPurpose.Document ? place.Additional() : place.Keyword(Place.AdditionalKeyword);

    private static string Signature(MemberDraft member) =>
        Signatures.Piece(member.WireName) + member.Presence + Signatures.Of(member.Type) + Signatures.Piece(member.Constant)
        + (member.Documentation.IsDeprecated ? "!" : "");
}
