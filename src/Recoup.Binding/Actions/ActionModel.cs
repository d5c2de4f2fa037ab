using Recoup.Binding.Types;
using Recoup.Catalogs;

namespace Recoup.Binding.Actions;

/// <summary>One action as a C# method with the types that it declares.</summary>
/// <param name="Slug">The action's slug.</param>
/// <param name="MethodName">The method.</param>
/// <param name="Title">The display name of the action.</param>
/// <param name="Description">What the action does; may be empty.</param>
/// <param name="Parameters">The parameters, required ones first.</param>
/// <param name="Additional">The type of additional members, or null if there are none.</param>
/// <param name="Result">The type of the result's payload; null for raw JSON.</param>
/// <param name="Declarations">The nested types, by name.</param>
internal sealed record ActionModel(
    string Slug,
    string MethodName,
    string Title,
    string Description,
    EquatableArray<MemberModel> Parameters,
    TypeUse? Additional,
    TypeUse? Result,
    EquatableArray<DeclarationModel> Declarations)
{
    /// <summary>Whether the catalog says that the action is deprecated.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>The rules about parameters that C# does not check, for the documentation.</summary>
    public EquatableArray<string> Rules { get; init; }

    /// <summary>The parameter for additional members.</summary>
    public const string AdditionalName = "additionalProperties";
}
