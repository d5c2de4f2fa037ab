using Recoup.Catalogs;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types;

/// <summary>
/// A type that has no name yet: names are assigned after an action is bound, because its equal shapes share one declaration.
/// </summary>
internal abstract class TypeDraft
{
    /// <summary>The identity of the shape: drafts with the same signature become one declaration. Of fixed length.</summary>
    public string Signature { get; set; } = "";

    /// <summary>The depth of the outermost open type that it refers back to; the maximum if there is none.</summary>
    public int LeadsBackTo { get; set; } = int.MaxValue;

    /// <summary>The JSON pointer of its schema, below the action.</summary>
    public required string Pointer { get; init; }

    /// <summary>Its schema.</summary>
    public required PositionedElement Schema { get; init; }

    public DocumentationModel Documentation { get; init; } = DocumentationModel.None;

    /// <summary>The properties that lead to it, from the parameter on.</summary>
    public EquatableArray<string> Path { get; init; }
}

internal sealed class EnumDraft : TypeDraft
{
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>The deprecated ones among the values.</summary>
    public IReadOnlyList<string> DeprecatedValues { get; init; } = [];
}

internal sealed class ClassDraft : TypeDraft
{
    /// <summary>Whether it is read from a result: a view over JSON. A parameter is a class that writes itself.</summary>
    public bool IsView { get; init; }

    public List<MemberDraft> Members { get; } = [];

    public TypeUse? Additional { get; set; }
}

internal sealed class UnionDraft : TypeDraft
{
    public IReadOnlyList<BranchDraft> Branches { get; set; } = [];

    /// <summary>The type that replaces the union, if it turned out not to be one. Other types may already refer to the draft.</summary>
    public TypeModel? Instead { get; set; }
}

/// <summary>A branch of a union.</summary>
/// <param name="Name">The name of the branch, which names the types below it.</param>
/// <param name="Type">The shape.</param>
internal sealed record BranchDraft(string Name, TypeUse Type);

/// <summary>A member without a C# name.</summary>
internal sealed record MemberDraft(
    string WireName, TypeUse Type, MemberPresence Presence, DocumentationModel Documentation, string? Constant)
{
    /// <summary>Its schema; undefined if it has none.</summary>
    public PositionedElement Schema { get; init; }
}

/// <summary>Represents a draft inside other types until names are assigned.</summary>
internal sealed record DraftTypeModel(TypeDraft Draft) : TypeModel;

/// <summary>The type of a schema.</summary>
internal sealed record BoundType(TypeModel Type, bool IsNullable, EquatableArray<ConstraintModel> Constraints)
{
    public TypeUse Use => new(Type, IsNullable, Constraints);

    public static BoundType Json { get; } = new(JsonTypeModel.Instance, true, default);
}
