namespace Recoup.Binding.Types.Features;

/// <summary>A string, a number or a boolean.</summary>
internal sealed class ScalarFeature : ITypeFeature
{
    public BoundType? Bind(SchemaView schema, Place place, TypeBinder binder)
    {
        if (schema.Types is not [var type] || KindOf(type, schema) is not { } kind)
            return null;

        // A pattern that lists texts is another spelling of enum. The pattern itself is still checked.
        if (kind == ScalarKind.Text && LiteralAlternatives.Of(schema["pattern"].AsString()) is { } values)
            return EnumFeature.Declare(values, schema.Element, place, binder) with
            {
                Constraints = Constraints.OfScalar(schema.Element, kind),
            };
        return new BoundType(new ScalarTypeModel(kind), false, Constraints.OfScalar(schema.Element, kind));
    }

    public static BoundType Scalar(ScalarKind kind) => new(new ScalarTypeModel(kind), false, default);

    public static ScalarKind? KindOf(string type, SchemaView schema) => type switch
    {
        "string" => TextKind(schema),
        "integer" => ScalarKind.Integer,
        "number" => ScalarKind.Number,
        "boolean" => ScalarKind.Boolean,
        _ => null,
    };

    private static ScalarKind TextKind(SchemaView schema)
    {
        // If the schema also bounds the text, the caller controls the spelling.
        if (schema.Has("pattern") || schema.Has("minLength") || schema.Has("maxLength"))
            return ScalarKind.Text;
        return schema["format"].AsString() switch
        {
            "date-time" => ScalarKind.DateTime,
            "date" => ScalarKind.Date,
            "uuid" => ScalarKind.Uuid,
            "byte" => ScalarKind.Bytes,
            _ => schema["contentEncoding"].AsString() == "base64" ? ScalarKind.Bytes : ScalarKind.Text,
        };
    }
}
