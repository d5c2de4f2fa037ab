using Recoup.Catalogs;

namespace Recoup.Binding.Types;

/// <summary>A type that is declared inside a connector's class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Documentation">The documentation.</param>
internal abstract record DeclarationModel(string Name, DocumentationModel Documentation)
{
    /// <summary>Whether a names file gave the name, so that other actions may declare the same type.</summary>
    public bool IsShared { get; init; }
}

/// <summary>A string with named values, open for values that are added later.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Documentation">The documentation.</param>
/// <param name="Values">The named values, in the order of the schema.</param>
internal sealed record EnumDeclarationModel(string Name, DocumentationModel Documentation, EquatableArray<EnumValueModel> Values)
    : DeclarationModel(Name, Documentation);

/// <summary>One named value.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="WireValue">What is sent.</param>
internal sealed record EnumValueModel(string Name, string WireValue)
{
    /// <summary>Whether the value is deprecated, but not the whole enum.</summary>
    public bool IsDeprecated { get; init; }
}

/// <summary>An object with properties.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Documentation">The documentation.</param>
/// <param name="Members">The properties, in the order of the schema.</param>
/// <param name="Additional">The type of additional properties, or null if there are none.</param>
internal sealed record ClassDeclarationModel(
    string Name, DocumentationModel Documentation, EquatableArray<MemberModel> Members, TypeUse? Additional)
    : DeclarationModel(Name, Documentation);

/// <summary>A part of a result that is an object, read by its properties.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Documentation">The documentation.</param>
/// <param name="Members">The properties, in the order of the schema. Any may be absent.</param>
internal sealed record ViewDeclarationModel(string Name, DocumentationModel Documentation, EquatableArray<MemberModel> Members)
    : DeclarationModel(Name, Documentation);

/// <summary>One of several shapes, not all of them single values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Documentation">The documentation.</param>
/// <param name="Branches">The shapes; no two convert from the same C# type.</param>
internal sealed record UnionDeclarationModel(string Name, DocumentationModel Documentation, EquatableArray<TypeUse> Branches)
    : DeclarationModel(Name, Documentation);
