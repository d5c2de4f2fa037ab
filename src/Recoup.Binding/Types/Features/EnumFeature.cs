using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types.Features;

/// <summary><c>enum</c> and <c>const</c>. Strings become an open enum; other values keep the type they all have.</summary>
internal sealed class EnumFeature : ITypeFeature
{
    public BoundType? Bind(SchemaView schema, Place place, TypeBinder binder)
    {
        var values = schema["const"] is { ValueKind: not JsonValueKind.Undefined and not JsonValueKind.Null } constant
            ? [constant]
            : schema.Values;
        if (values is null || values.Count == 0)
            return null;
        if (values.All(value => value.ValueKind == JsonValueKind.String))
            return Declare(values.Select(value => value.GetString()), schema.Element, place, binder);
        if (values.All(value => value.ValueKind is JsonValueKind.True or JsonValueKind.False))
            return ScalarFeature.Scalar(ScalarKind.Boolean);
        if (values.Any(value => value.ValueKind == JsonValueKind.Number && !IsInteger(value) && !Constraints.IsDouble(value)))
            return binder.Fallback(place, "its 'enum' lists a number that a double rounds");
        if (values.All(value => value.ValueKind == JsonValueKind.Number))
            return ScalarFeature.Scalar(values.All(IsInteger) ? ScalarKind.Integer : ScalarKind.Number);
        if (values.Any(value => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
            return binder.Fallback(place, "its 'enum' lists objects or arrays");
        return UnionFeature.OfScalars(values.Select(KindOf));
    }

    /// <summary>Declares an open enum.</summary>
    /// <param name="values">The named values.</param>
    /// <param name="schema">The schema, for the documentation.</param>
    /// <param name="place">The place of the schema.</param>
    /// <param name="binder">The binder of the action.</param>
    /// <param name="deprecated">The deprecated ones among the values, unless the schema deprecates all.</param>
    public static BoundType Declare(
        IEnumerable<string> values, PositionedElement schema, Place place, TypeBinder binder, IReadOnlyList<string>? deprecated = null)
    {
        var texts = values.Distinct(StringComparer.Ordinal).ToArray();
        var documentation = Annotations.Read(schema);
        var draft = new EnumDraft
        {
            Values = texts,
            DeprecatedValues = documentation.IsDeprecated ? texts : deprecated ?? [],
            Documentation = documentation,
            Path = new(place.Path),
            Pointer = place.Pointer,
            Schema = schema,
        };
        return binder.Declare(draft, [], () => "enum(" + Pieces(texts) + ")" + Pieces(draft.DeprecatedValues));

        static string Pieces(IEnumerable<string> texts) =>
            string.Concat(texts.OrderBy(text => text, StringComparer.Ordinal).Select(Signatures.Piece));
    }

    private static bool IsInteger(PositionedElement number) => long.TryParse(
        number.RawText, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _);

    private static ScalarKind KindOf(PositionedElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ScalarKind.Text,
        JsonValueKind.Number => ScalarKind.Number,
        _ => ScalarKind.Boolean,
    };
}
