namespace Recoup.Binding.Types;

/// <summary>
/// What differs when a value is read instead of written. Bounds bind the server, presence promises nothing, and one of several shapes is
/// told by looking at the JSON: that leaves fewer shapes, and more of them equal.
/// </summary>
internal static class ResultShape
{
    /// <summary>The type as it is read.</summary>
    public static BoundType Of(BoundType bound) => bound.Type switch
    {
        DraftTypeModel { Draft: UnionDraft union } => Free(union),
        DraftTypeModel { Draft: EnumDraft { Values.Count: 1 } } => new(new ScalarTypeModel(ScalarKind.Text), bound.IsNullable, default),
        FileTypeModel { AcceptsText: true } => new(new ScalarTypeModel(ScalarKind.Text), bound.IsNullable, default),
        MapTypeModel { Value.Type: JsonTypeModel } or JsonTypeModel => BoundType.Json,
        _ => bound with { Constraints = default },
    };

    /// <summary>A property as it is read: it may always be absent.</summary>
    public static MemberDraft Of(MemberDraft member) => member with
    {
        Type = member.Type with { IsNullable = false },
        Presence = MemberPresence.Optional,
        Documentation = member.Documentation with { Default = null, Notes = "" },
        Constant = null,
    };

    /// <summary>Whether a payload of this type has parts to be named: a single value or any JSON reads as easily raw.</summary>
    public static bool HasParts(TypeModel type) => type is DraftTypeModel { Draft: ClassDraft } or ListTypeModel or MapTypeModel;

    private static BoundType Free(UnionDraft union)
    {
        union.Instead = JsonTypeModel.Instance;
        return BoundType.Json;
    }
}
