using Recoup.Catalogs;

namespace Recoup.Binding.Types;

/// <summary>
/// A type to be declared that has no name yet: names are given when all actions of a connector are bound, because equal shapes share
/// one declaration.
/// </summary>
internal abstract class TypeDraft
{
    /// <summary>What tells the shape: two drafts with the same signature become one declaration. Of fixed length, however deep the shape.</summary>
    public string Signature { get; set; } = "";

    /// <summary>The outermost open type it leads back to, by its depth; none for a shape that stands for itself.</summary>
    public int LeadsBackTo { get; set; } = int.MaxValue;

    /// <summary>The action it was met in first.</summary>
    public required string Slug { get; init; }

    /// <summary>Where its schema stands, below the action.</summary>
    public required string Pointer { get; init; }

    public DocumentationModel Documentation { get; init; } = DocumentationModel.None;

    /// <summary>The properties that lead to it, from the parameter on.</summary>
    public EquatableArray<string> Path { get; init; }

    /// <summary>What tells it from the union it is a branch of; empty where it is none.</summary>
    public string Suffix { get; init; } = "";
}

internal sealed class EnumDraft : TypeDraft
{
    public required IReadOnlyList<string> Values { get; init; }
}

internal sealed class ClassDraft : TypeDraft
{
    /// <summary>Whether it is read out of a result: a view over JSON, where a parameter is a class that writes itself.</summary>
    public bool IsView { get; init; }

    public List<MemberDraft> Members { get; } = [];

    public TypeUse? Additional { get; set; }
}

internal sealed class UnionDraft : TypeDraft
{
    public IReadOnlyList<TypeUse> Branches { get; set; } = [];

    /// <summary>Set when something else than a union came of the schema, and places that lead back to it were handed the draft.</summary>
    public TypeModel? Instead { get; set; }
}

/// <summary>A member whose C# name is not known yet.</summary>
internal sealed record MemberDraft(string WireName, TypeUse Type, MemberPresence Presence, DocumentationModel Documentation, string? Constant);

/// <summary>Stands for a draft inside other types until names are given.</summary>
internal sealed record DraftTypeModel(TypeDraft Draft) : TypeModel;

/// <summary>What a schema was bound to.</summary>
internal sealed record BoundType(TypeModel Type, bool IsNullable, EquatableArray<ConstraintModel> Constraints)
{
    public TypeUse Use => new(Type, IsNullable, Constraints);

    public static BoundType Json { get; } = new(JsonTypeModel.Instance, true, default);
}
