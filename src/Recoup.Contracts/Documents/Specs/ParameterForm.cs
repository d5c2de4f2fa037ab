using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Wire;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>How the value of a parameter is written (OpenAPI 3.1, section 4.8.12.1; RFC 6570).</summary>
internal static class ParameterForm
{
    private const ValueKinds Plain = ValueKinds.Number | ValueKinds.Boolean;

    /// <summary>Whether two parameters write each value of some kinds in the same way.</summary>
    public static bool IsSame(ApiParameter one, ApiParameter other, ValueKinds kinds) =>
        Parts(kinds).All(kind => Of(one, kind) == Of(other, kind));

    /// <summary>The form in words.</summary>
    public static string Words(ApiParameter parameter) => parameter.MediaType is { } mediaType
        ? "content " + mediaType
        : $"style {parameter.Style}{(parameter.Explode ? ", exploded" : "")}";

    /// <summary>What a change of <c>allowReserved</c> means.</summary>
    public static string ReservedWords(bool areAllowed) =>
        areAllowed ? "may now have reserved characters as they are" : "now has its reserved characters encoded";

    private static IEnumerable<ValueKinds> Parts(ValueKinds kinds) =>
        new[] { Plain, ValueKinds.String | ValueKinds.Null, ValueKinds.Array, ValueKinds.Object }.Where(kind => (kinds & kind) != 0);

    private static string Of(ApiParameter parameter, ValueKinds kind)
    {
        if (parameter.MediaType is { } mediaType)
        {
            var range = MediaRange.Of(mediaType);

            // A number and a boolean are the same in JSON and in plain text.
            return range.IsJson && kind == Plain ? Default(parameter.Place) : "content " + range.Key;
        }

        var exploded = parameter.Explode ? parameter.Style + " exploded" : parameter.Style;
        return (parameter.Style, kind) switch
        {
            ("spaceDelimited" or "pipeDelimited", ValueKinds.Array) when parameter.Explode => "form exploded",
            ("deepObject", ValueKinds.Array or ValueKinds.Object) => parameter.Style,
            ("simple", ValueKinds.Array) => parameter.Style,
            (_, ValueKinds.Array or ValueKinds.Object) => exploded,
            ("spaceDelimited" or "pipeDelimited" or "deepObject", _) => Default(parameter.Place),
            _ => parameter.Style,
        };
    }

    private static string Default(ApiParameterPlace place) =>
        place is ApiParameterPlace.Query or ApiParameterPlace.Cookie ? "form" : "simple";
}
