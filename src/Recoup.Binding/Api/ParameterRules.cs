using Recoup.Binding.Types;
using Recoup.Catalogs.Spec;

namespace Recoup.Binding.Api;

/// <summary>What a parameter outside the body can be.</summary>
internal static class ParameterRules
{
    /// <summary>Why a parameter cannot be sent, or null.</summary>
    public static string? Flaw(ApiParameter parameter, TypeUse type)
    {
        if (parameter.Place == ApiParameterPlace.Cookie)
            return "clients send no cookies";
        var expected = parameter.Place == ApiParameterPlace.Query ? "form" : "simple";
        if (parameter.Style != expected)
            return $"its style '{parameter.Style}' is not supported";
        return IsSingle(type) || type.Type is ListTypeModel { Item: var item } && IsSingle(item) && !item.IsNullable
            ? null
            : "it is neither a single value nor a list of them";
    }

    private static bool IsSingle(TypeUse type) => type.Type is ScalarTypeModel or DraftTypeModel { Draft: EnumDraft };
}
