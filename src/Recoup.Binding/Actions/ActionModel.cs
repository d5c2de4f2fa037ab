using Recoup.Binding.Types;
using Recoup.Catalogs;

namespace Recoup.Binding.Actions;

/// <summary>One action as a C# method.</summary>
/// <param name="Slug">The action's slug.</param>
/// <param name="MethodName">The method.</param>
/// <param name="Title">The action's name for people.</param>
/// <param name="Description">What the action does; may be empty.</param>
/// <param name="Parameters">The parameters, those that are required first.</param>
/// <param name="Additional">The type of members beside the described ones, or null where there are none.</param>
/// <param name="Result">What the payload of the result is read as; null for raw JSON.</param>
internal sealed record ActionModel(
    string Slug,
    string MethodName,
    string Title,
    string Description,
    EquatableArray<MemberModel> Parameters,
    TypeUse? Additional,
    TypeUse? Result = null)
{
    /// <summary>The parameter that takes members beside the described ones.</summary>
    public const string AdditionalName = "additionalProperties";
}
