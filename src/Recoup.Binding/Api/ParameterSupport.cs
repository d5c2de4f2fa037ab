using Recoup.Binding.Types;
using Recoup.Catalogs.Spec;

namespace Recoup.Binding.Api;

/// <summary>Which parameters outside the body a client can send.</summary>
internal static class ParameterSupport
{
    /// <summary>Why a parameter cannot be sent, or null.</summary>
    public static string? WhyUnsupported(ApiParameter parameter, TypeUse type)
    {
        if (parameter.Place == ApiParameterPlace.Cookie)
            return "clients do not send cookies";
        if (parameter.MediaType is { } mediaType)
            return $"its value is written as {mediaType}";
        var expected = parameter.Place == ApiParameterPlace.Query ? "form" : "simple";
        if (parameter.Style != expected)
            return $"its style '{parameter.Style}' is not supported";
        return IsSingle(type) || type.Type is ListTypeModel { Item: var item } && IsSingle(item) && !item.IsNullable
            ? null
            : "it is neither a single value nor a list of single values";
    }

    private static bool IsSingle(TypeUse type) =>
        type.Type is ScalarTypeModel or ScalarUnionTypeModel or DraftTypeModel { Draft: EnumDraft };
}
