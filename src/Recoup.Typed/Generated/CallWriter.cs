using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.Typed.Generated;

/// <summary>Writes the parameters of one call. Called by generated code.</summary>
/// <remarks>
/// <see cref="Start"/> reuses one writer for each thread, so that a call allocates nothing but its own bytes. A writer that a failed check
/// left half-written is not reused.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1001", Justification = "The JSON writer writes to memory: there is nothing to release.")]
public sealed partial class CallWriter
{
    private const int KeptCapacity = 64 * 1024;

    [ThreadStatic]
    private static CallWriter? _kept;

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _json;
    private string _slug = "";

    private CallWriter() => _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions
    {
        // The body is never part of an HTML page: escaping more than JSON requires would only make it longer.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    });

    /// <summary>Begins a call.</summary>
    /// <param name="slug">The action's slug.</param>
    public static CallWriter Start(string slug)
    {
        var writer = _kept ?? new CallWriter();
        _kept = null;
        writer._slug = slug;
        writer._json.WriteStartObject();
        return writer;
    }

    /// <summary>Ends a call whose result is read as raw JSON.</summary>
    public ActionCall<JsonElement> ToCall() => End(static envelope => envelope.Data);

    /// <summary>Ends a call whose payload is read as a view.</summary>
    /// <typeparam name="T">The view.</typeparam>
    public ActionCall<T> ToView<T>()
        where T : class, IResultView<T> => End(static envelope => T.Over(envelope.Payload));

    /// <summary>Ends a call whose payload is read by a function.</summary>
    /// <typeparam name="T">The type as which the payload is read.</typeparam>
    /// <param name="read">Reads the payload.</param>
    public ActionCall<T> ToCall<T>(Func<JsonElement, T> read) => End(envelope => read(envelope.Payload));

    private ActionCall<T> End<T>(Func<ResultEnvelope, T> read)
    {
        _json.WriteEndObject();
        _json.Flush();
        var call = new ActionCall<T>(_slug, _buffer.WrittenSpan.ToArray(), read);
        _buffer.ResetWrittenCount();
        _json.Reset();
        if (_buffer.Capacity <= KeptCapacity)
            _kept = this;
        return call;
    }

    /// <summary>Writes a property name.</summary>
    public void Name(ReadOnlySpan<byte> name) => _json.WritePropertyName(name);

    /// <summary>Writes a property name.</summary>
    public void Name(string name) => _json.WritePropertyName(name);

    /// <summary>Begins an object.</summary>
    public void StartObject() => _json.WriteStartObject();

    /// <summary>Ends an object.</summary>
    public void EndObject() => _json.WriteEndObject();

    /// <summary>Begins an array.</summary>
    public void StartArray() => _json.WriteStartArray();

    /// <summary>Ends an array.</summary>
    public void EndArray() => _json.WriteEndArray();

    /// <summary>Writes null.</summary>
    public void WriteNull(ReadOnlySpan<byte> name) => _json.WriteNull(name);

    /// <summary>Writes null.</summary>
    public void Null() => _json.WriteNullValue();

    /// <summary>Writes JSON that the catalog gives.</summary>
    public void WriteRaw(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        _json.WritePropertyName(name);
        _json.WriteRawValue(json, skipInputValidation: true);
    }

    /// <summary>Refuses null if the schema does not allow it.</summary>
    public void Required([NotNull] object? value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        if (value is null)
            ThrowNull(parameter);
    }

    /// <summary>Writes a string.</summary>
    public void Write(ReadOnlySpan<byte> name, string value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        if (value is null)
            ThrowNull(parameter);
        _json.WriteString(name, value);
    }

    /// <summary>Writes a string unless it is null.</summary>
    public void WriteOptional(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            _json.WriteString(name, value);
    }

    /// <summary>Writes an integer.</summary>
    public void Write(ReadOnlySpan<byte> name, long value) => _json.WriteNumber(name, value);

    /// <summary>Writes an integer unless it is null.</summary>
    public void WriteOptional(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } given)
            _json.WriteNumber(name, given);
    }

    /// <summary>Writes a number.</summary>
    public void Write(ReadOnlySpan<byte> name, double value)
    {
        _json.WritePropertyName(name);
        Value(value);
    }

    /// <summary>Writes a number unless it is null.</summary>
    public void WriteOptional(ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } given)
            Write(name, given);
    }

    /// <summary>Writes a boolean.</summary>
    public void Write(ReadOnlySpan<byte> name, bool value) => _json.WriteBoolean(name, value);

    /// <summary>Writes a boolean unless it is null.</summary>
    public void WriteOptional(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } given)
            _json.WriteBoolean(name, given);
    }

    /// <summary>Writes a list of strings.</summary>
    public void Write(
        ReadOnlySpan<byte> name, IReadOnlyList<string> value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        if (value is null)
            ThrowNull(parameter);
        WriteOptional(name, value);
    }

    /// <summary>Writes a list of strings unless it is null.</summary>
    public void WriteOptional(ReadOnlySpan<byte> name, IReadOnlyList<string>? value)
    {
        if (value is null)
            return;
        _json.WriteStartArray(name);
        for (var i = 0; i < value.Count; i++)
            Value(value[i]);
        _json.WriteEndArray();
    }

    /// <summary>Writes a string.</summary>
    public void Value(string value)
    {
        if (value is null)
            ThrowNull(null);
        _json.WriteStringValue(value);
    }

    /// <summary>Writes an integer.</summary>
    public void Value(long value) => _json.WriteNumberValue(value);

    /// <summary>Writes a number. It must be finite: JSON has neither infinity nor NaN.</summary>
    public void Value(double value)
    {
        if (!double.IsFinite(value))
            Throw(FormattableString.Invariant($"expected a finite number, got {value}"), null);
        _json.WriteNumberValue(value);
    }

    /// <summary>Writes a boolean.</summary>
    public void Value(bool value) => _json.WriteBooleanValue(value);

    /// <summary>Writes a date and time as in RFC 3339; UTC is <c>Z</c>.</summary>
    public void Value(DateTimeOffset value)
    {
        if (value.Offset == TimeSpan.Zero)
            _json.WriteStringValue(value.UtcDateTime);
        else
            _json.WriteStringValue(value);
    }

    /// <summary>Writes a date, <c>yyyy-MM-dd</c>.</summary>
    public void Value(DateOnly value)
    {
        Span<char> text = stackalloc char[10];
        value.TryFormat(text, out var length, "O", System.Globalization.CultureInfo.InvariantCulture);
        _json.WriteStringValue(text[..length]);
    }

    /// <summary>Writes a UUID.</summary>
    public void Value(Guid value) => _json.WriteStringValue(value);

    /// <summary>Writes bytes as Base64.</summary>
    public void Value(ReadOnlyMemory<byte> value) => _json.WriteBase64StringValue(value.Span);

    /// <summary>Writes any JSON.</summary>
    public void Value(JsonNode? value)
    {
        if (value is null)
            _json.WriteNullValue();
        else
            value.WriteTo(_json);
    }

    /// <summary>Writes a value of a generated type.</summary>
    public void Value<T>(T value)
        where T : IParameterValue
    {
        if (value is null)
            ThrowNull(null);
        value.WriteTo(this);
    }

    /// <summary>Writes the descriptor of a file, or its address if the parameter accepts a string.</summary>
    public void File(StagedFile value, bool acceptsAddress)
    {
        switch (value)
        {
            case null:
                ThrowNull(null);
                break;
            case { Address: not null } when !acceptsAddress:
                Throw(
                    "expected the descriptor of a staged file, got an address. Stage the file with POST /api/connectors/files first", null);
                break;
            default:
                RequestJson.Write(_json, value);
                break;
        }
    }

    /// <summary>Refuses a union or an open enum without a value.</summary>
    [DoesNotReturn]
    public void ThrowUnset(string type) => Throw($"expected a value, got a '{type}' that holds none", null);

    [DoesNotReturn]
    private void ThrowNull(string? parameter)
    {
        // A member of a list or of a nested object has no parameter of its own: the pointer says where it is.
        var name = NameOf(parameter);
        throw new ArgumentNullException(name, $"{_slug}: {(name is null ? Pointer() : name)}: expected a value, got null");
    }

    [DoesNotReturn]
    private void Throw(string what, string? parameter) =>
        throw new ArgumentException($"{_slug}: {Pointer()}: {what}", NameOf(parameter));

    /// <summary>The JSON pointer of the position that was reached.</summary>
    /// <param name="isBehindValue">Whether the last value is meant, or the next one.</param>
    private string Pointer(bool isBehindValue = false)
    {
        _json.Flush();
        return WrittenLocation.Of(_buffer.WrittenSpan, isBehindValue) is { } location ? JsonLocation.Pointer(location) : "the parameters";
    }

    private static string? NameOf(string? expression) =>
        expression is null || expression.StartsWith("__", StringComparison.Ordinal) || expression.Contains('.', StringComparison.Ordinal)
            ? null
            : expression.TrimStart('@');
}
