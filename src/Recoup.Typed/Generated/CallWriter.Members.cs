using System.Text.Json.Nodes;

namespace Recoup.Typed.Generated;

/// <content>
/// Writes members of an object. Each name is a literal; an optional member is left out if its value is null. The methods have different
/// names because overloads would cost the compiler of generated code more time.
/// </content>
public sealed partial class CallWriter
{
    /// <summary>Writes a string.</summary>
    public CallWriter Text(string name, string value)
    {
        if (value is null)
            ThrowNull(name);
        return WriteText(name, value);
    }

    /// <summary>Writes a string unless it is null.</summary>
    public CallWriter OptionalText(string name, string? value) => value is null ? Skip() : WriteText(name, value);

    /// <summary>Writes an integer.</summary>
    public CallWriter Integer(string name, long value)
    {
        _json.WriteNumber(Encoded(name), value);
        return this;
    }

    /// <summary>Writes an integer unless it is null.</summary>
    public CallWriter OptionalInteger(string name, long? value) => value is { } given ? Integer(name, given) : Skip();

    /// <summary>Writes a boolean.</summary>
    public CallWriter Boolean(string name, bool value)
    {
        _json.WriteBoolean(Encoded(name), value);
        return this;
    }

    /// <summary>Writes a boolean unless it is null.</summary>
    public CallWriter OptionalBoolean(string name, bool? value) => value is { } given ? Boolean(name, given) : Skip();

    /// <summary>Writes a UUID.</summary>
    public CallWriter Uuid(string name, Guid value)
    {
        _json.WriteString(Encoded(name), value);
        return this;
    }

    /// <summary>Writes a UUID unless it is null.</summary>
    public CallWriter OptionalUuid(string name, Guid? value) => value is { } given ? Uuid(name, given) : Skip();

    /// <summary>Writes a number. It must be finite: JSON has neither infinity nor NaN.</summary>
    public CallWriter Number(string name, double value) => Name(name).Item(value);

    /// <summary>Writes a number unless it is null.</summary>
    public CallWriter OptionalNumber(string name, double? value) => value is { } given ? Number(name, given) : Skip();

    /// <summary>Writes a date and time as in RFC 3339; UTC is <c>Z</c>.</summary>
    public CallWriter DateTime(string name, DateTimeOffset value) => Name(name).Item(value);

    /// <summary>Writes a date and time unless it is null.</summary>
    public CallWriter OptionalDateTime(string name, DateTimeOffset? value) => value is { } given ? DateTime(name, given) : Skip();

    /// <summary>Writes a date, <c>yyyy-MM-dd</c>.</summary>
    public CallWriter Date(string name, DateOnly value) => Name(name).Item(value);

    /// <summary>Writes a date, <c>yyyy-MM-dd</c> unless it is null.</summary>
    public CallWriter OptionalDate(string name, DateOnly? value) => value is { } given ? Date(name, given) : Skip();

    /// <summary>Writes bytes as Base64.</summary>
    public CallWriter Bytes(string name, ReadOnlyMemory<byte> value) => Name(name).Item(value);

    /// <summary>Writes bytes as Base64 unless it is null.</summary>
    public CallWriter OptionalBytes(string name, ReadOnlyMemory<byte>? value) => value is { } given ? Bytes(name, given) : Skip();

    /// <summary>Writes the descriptor of a file, or its address if the parameter accepts a string.</summary>
    public CallWriter File(string name, StagedFile value, bool acceptsAddress) => Name(name).FileItem(value, acceptsAddress);

    /// <summary>Writes a file unless it is null.</summary>
    public CallWriter OptionalFile(string name, StagedFile? value, bool acceptsAddress) =>
        value is null ? Skip() : File(name, value, acceptsAddress);

    /// <summary>Writes any JSON; null is written as null.</summary>
    public CallWriter Any(string name, JsonNode? value) => Name(name).Item(value);

    /// <summary>Writes any JSON unless it is null.</summary>
    public CallWriter OptionalAny(string name, JsonNode? value) => value is null ? Skip() : Any(name, value);

    /// <summary>Writes a list of strings.</summary>
    public CallWriter Texts(string name, IReadOnlyList<string> value)
    {
        Name(name).Required(value).StartArray();
        for (var i = 0; i < value.Count; i++)
            Item(value[i]);
        return EndArray();
    }

    /// <summary>Writes a list of strings unless it is null.</summary>
    public CallWriter OptionalTexts(string name, IReadOnlyList<string>? value) => value is null ? Skip() : Texts(name, value);

    /// <summary>Writes a list of integers.</summary>
    public CallWriter Integers(string name, IReadOnlyList<long> value)
    {
        Name(name).Required(value).StartArray();
        for (var i = 0; i < value.Count; i++)
            _json.WriteNumberValue(value[i]);
        return EndArray();
    }

    /// <summary>Writes a list of integers unless it is null.</summary>
    public CallWriter OptionalIntegers(string name, IReadOnlyList<long>? value) => value is null ? Skip() : Integers(name, value);

    /// <summary>Writes a list of any JSON.</summary>
    public CallWriter Anys(string name, IReadOnlyList<JsonNode?> value)
    {
        Name(name).Required(value).StartArray();
        for (var i = 0; i < value.Count; i++)
            Item(value[i]);
        return EndArray();
    }

    /// <summary>Writes a list of any JSON unless it is null.</summary>
    public CallWriter OptionalAnys(string name, IReadOnlyList<JsonNode?>? value) => value is null ? Skip() : Anys(name, value);

    /// <summary>Writes an object with any members.</summary>
    public CallWriter Map(string name, IReadOnlyDictionary<string, JsonNode?> value)
    {
        Name(name).Required(value).StartObject();
        foreach (var (key, member) in value)
            Key(key).Item(member);
        return EndObject();
    }

    /// <summary>Writes an object with any members unless it is null.</summary>
    public CallWriter OptionalMap(string name, IReadOnlyDictionary<string, JsonNode?>? value) => value is null ? Skip() : Map(name, value);

    /// <summary>Writes an open enum.</summary>
    public CallWriter Enum<T>(string name, T value)
        where T : struct, IOpenEnum<T>
    {
        var text = value.ToString();
        if (text is null)
            ThrowUnset(name, typeof(T).Name);
        return WriteText(name, text);
    }

    /// <summary>Writes an open enum unless it is null.</summary>
    public CallWriter OptionalEnum<T>(string name, T? value)
        where T : struct, IOpenEnum<T> => value is { } given ? Enum(name, given) : Skip();

    /// <summary>Writes a list of open enums.</summary>
    public CallWriter Enums<T>(string name, IReadOnlyList<T> value)
        where T : struct, IOpenEnum<T>
    {
        Name(name).Required(value).StartArray();
        for (var i = 0; i < value.Count; i++)
            EnumItem(value[i]);
        return EndArray();
    }

    /// <summary>Writes a list of open enums unless it is null.</summary>
    public CallWriter OptionalEnums<T>(string name, IReadOnlyList<T>? value)
        where T : struct, IOpenEnum<T> => value is null ? Skip() : Enums(name, value);

    /// <summary>Writes a union.</summary>
    public CallWriter Value<T>(string name, T value)
        where T : struct, IParameterValue => Name(name).ValueItem(value);

    /// <summary>Writes a union unless it is null, or holds null.</summary>
    public CallWriter OptionalValue<T>(string name, T? value)
        where T : struct, IParameterValue => value is { } given && !HoldsNull(given) ? Value(name, given) : Skip();

    /// <summary>Writes a union; null if it is null, or holds null.</summary>
    public CallWriter ValueOrNull<T>(string name, T? value)
        where T : struct, IParameterValue => Name(name).ValueItemOrNull(value);

    /// <summary>Writes an object of a generated class.</summary>
    public CallWriter Object(string name, IParameterValue value) => Name(name).ObjectItem(value);

    /// <summary>Writes an object of a generated class unless it is null.</summary>
    public CallWriter OptionalObject(string name, IParameterValue? value) => value is null ? Skip() : Object(name, value);

    /// <summary>Writes a list of objects or unions. An item must not be null.</summary>
    public CallWriter Objects<T>(string name, IReadOnlyList<T> value)
        where T : IParameterValue
    {
        Name(name).Required(value).StartArray();
        for (var i = 0; i < value.Count; i++)
        {
            var item = value[i];
            if (item is null)
                ThrowNull();
            item.WriteTo(this);
        }

        return EndArray();
    }

    /// <summary>Writes a list of objects or unions unless it is null.</summary>
    public CallWriter OptionalObjects<T>(string name, IReadOnlyList<T>? value)
        where T : IParameterValue => value is null ? Skip() : Objects(name, value);

    /// <summary>Writes JSON that the catalog gives.</summary>
    /// <param name="name">The name.</param>
    /// <param name="json">The JSON, which must be a literal.</param>
    public CallWriter Constant(string name, string json)
    {
        _json.WritePropertyName(Encoded(name));
        _json.WriteRawValue(LiteralCache.Constant(json), skipInputValidation: true);
        return this;
    }

    /// <summary>Writes null.</summary>
    public CallWriter Null(string name)
    {
        _json.WriteNull(Encoded(name));
        return this;
    }

    private CallWriter WriteText(string name, string value)
    {
        if (HalfPair.In(value) is { } rule)
            Throw(name, rule);
        _json.WriteString(Encoded(name), value);
        return this;
    }

    // The compiler of methods knows for each struct whether it is a scalar, so that neither the test nor the cast boxes it.
    private static bool HoldsNull<T>(T value)
        where T : struct, IParameterValue => value is INullableScalar && ((INullableScalar)value).IsNull;
}
