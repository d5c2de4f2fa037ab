namespace Recoup.Binding.Types;

/// <summary>
/// Simplifies types that are read: bounds constrain only the server, any member may be absent, and a union is read as
/// JSON. So there are fewer shapes, and more of them are equal.
/// </summary>
internal static class ResultShape
{
    /// <summary>The type for reading.</summary>
    public static BoundType Of(BoundType bound) => bound.Type switch
    {
        DraftTypeModel { Draft: UnionDraft union } => Free(union),
        ScalarUnionTypeModel => BoundType.Json,
        DraftTypeModel { Draft: EnumDraft { Values.Count: 1 } } => new(new ScalarTypeModel(ScalarKind.Text), bound.IsNullable, default),
        FileTypeModel { AcceptsText: true } => new(new ScalarTypeModel(ScalarKind.Text), bound.IsNullable, default),
        MapTypeModel { Value.Type: JsonTypeModel } or JsonTypeModel => BoundType.Json,
        _ => bound with { Constraints = default },
    };

    /// <summary>A property for reading: it may always be absent.</summary>
    public static MemberDraft Of(MemberDraft member) => member with
    {
        Type = member.Type with { IsNullable = false },
        Presence = MemberPresence.Optional,
        Documentation = member.Documentation with { Default = null, Notes = "" },
        Constant = null,
    };

    /// <summary>Whether a payload of this type has named parts: a single value, or any JSON, is as easily read raw.</summary>
    public static bool HasParts(TypeModel type) => type is DraftTypeModel { Draft: ClassDraft } or ListTypeModel or MapTypeModel;

    private static BoundType Free(UnionDraft union)
    {
        union.Instead = JsonTypeModel.Instance;
        return BoundType.Json;
    }
}
