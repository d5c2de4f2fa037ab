using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.Typed.Generated;

/// <content>Writes items of lists, and values of maps and of members whose name is already written.</content>
public sealed partial class CallWriter
{
    /// <summary>Writes a string.</summary>
    public CallWriter Item(string value)
    {
        if (value is null)
            ThrowNull();
        ThrowIfBroken(HalfPair.In(value));
        _json.WriteStringValue(value);
        return this;
    }

    /// <summary>Writes an integer.</summary>
    public CallWriter Item(long value)
    {
        _json.WriteNumberValue(value);
        return this;
    }

    /// <summary>Writes a number. It must be finite: JSON has neither infinity nor NaN.</summary>
    public CallWriter Item(double value)
    {
        if (!double.IsFinite(value))
            Throw(FormattableString.Invariant($"expected a finite number, got {value}"));
        _json.WriteNumberValue(value);
        return this;
    }

    /// <summary>Writes a boolean.</summary>
    public CallWriter Item(bool value)
    {
        _json.WriteBooleanValue(value);
        return this;
    }

    /// <summary>Writes a date and time as in RFC 3339; UTC is <c>Z</c>.</summary>
    public CallWriter Item(DateTimeOffset value)
    {
        if (value.Offset == TimeSpan.Zero)
            _json.WriteStringValue(value.UtcDateTime);
        else
            _json.WriteStringValue(value);
        return this;
    }

    /// <summary>Writes a date, <c>yyyy-MM-dd</c>.</summary>
    public CallWriter Item(DateOnly value)
    {
        Span<char> text = stackalloc char[10];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        _json.WriteStringValue(text[..length]);
        return this;
    }

    /// <summary>Writes a UUID.</summary>
    public CallWriter Item(Guid value)
    {
        _json.WriteStringValue(value);
        return this;
    }

    /// <summary>Writes bytes as Base64.</summary>
    public CallWriter Item(ReadOnlyMemory<byte> value)
    {
        _json.WriteBase64StringValue(value.Span);
        return this;
    }

    /// <summary>Writes any JSON; null is written as null.</summary>
    public CallWriter Item(JsonNode? value)
    {
        ThrowIfBroken(Nesting.In(value, _json.CurrentDepth) ?? HalfPair.In(value));
        if (value is null)
            _json.WriteNullValue();
        else
            value.WriteTo(_json);
        return this;
    }

    /// <summary>Writes JSON that was read.</summary>
    internal CallWriter Item(JsonElement value)
    {
        ThrowIfBroken(Nesting.In(value, _json.CurrentDepth) ?? HalfPair.In(value));
        value.WriteTo(_json);
        return this;
    }

    /// <summary>Writes a scalar, which must not be null.</summary>
    internal CallWriter Item(ScalarValue value)
    {
        if (value.IsNull)
            ThrowNull();
        if (value.IsNotFinite)
            Throw($"expected a finite number, got {value}");
        ThrowIfBroken(HalfPair.In(value.Text));
        value.WriteTo(_json);
        return this;
    }

    /// <summary>Writes an open enum.</summary>
    public CallWriter EnumItem<T>(T value)
        where T : struct, IOpenEnum<T>
    {
        var text = value.ToString();
        if (text is null)
            ThrowUnset(typeof(T).Name);
        ThrowIfBroken(HalfPair.In(text));
        _json.WriteStringValue(text);
        return this;
    }

    /// <summary>Writes a union.</summary>
    public CallWriter ValueItem<T>(T value)
        where T : struct, IParameterValue
    {
        value.WriteTo(this);
        return this;
    }

    /// <summary>Writes a union; null if it is null, or holds null.</summary>
    public CallWriter ValueItemOrNull<T>(T? value)
        where T : struct, IParameterValue => value is { } given && !HoldsNull(given) ? ValueItem(given) : Null();

    /// <summary>Writes an object of a generated class.</summary>
    public CallWriter ObjectItem(IParameterValue value)
    {
        Required(value);
        value.WriteTo(this);
        return this;
    }

    /// <summary>Writes the descriptor of a file, or its address if the parameter accepts a string.</summary>
    public CallWriter FileItem(StagedFile value, bool acceptsAddress)
    {
        Required(value);
        if (value.Address is not null && !acceptsAddress)
            Throw("expected the descriptor of a staged file, got an address. Stage the file with POST /api/connectors/files first");
        ThrowIfBroken(HalfPair.In(value));
        RequestJson.Write(_json, value);
        return this;
    }
}
