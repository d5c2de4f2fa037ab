using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Recoup.Typed.Generated;

/// <summary>Writes the parameters of one call. Each method returns this writer. Called by generated code.</summary>
/// <remarks>
/// <see cref="Start"/> reuses one writer for each thread, so that a call allocates nothing but its own bytes. A writer that a failed check
/// left half-written is not reused.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1001", Justification = "The JSON writer writes to memory: there is nothing to release.")]
public sealed partial class CallWriter
{
    private const int KeptCapacity = 64 * 1024;
    private const int KeptNames = 64;

    [ThreadStatic]
    private static CallWriter? _kept;

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _json;

    // The literals of the last call, by the order in which it used them. The next call is often one of the same action.
    private readonly string?[] _literals = new string?[KeptNames];
    private readonly JsonEncodedText[] _encoded = new JsonEncodedText[KeptNames];
    private int _position;

    private string _subject = "";
    private bool _isCall;
    private List<(string Name, string Parameter)>? _renamed;

    private CallWriter() => _json = new Utf8JsonWriter(_buffer, CallJson.Writing);

    /// <summary>Begins a call.</summary>
    /// <param name="slug">The action's slug.</param>
    public static CallWriter Start(string slug)
    {
        var writer = Rent(slug, isCall: true);
        writer._json.WriteStartObject();
        return writer;
    }

    /// <summary>
    /// States the C# name of a parameter, if it is not the wire name in camel case. Errors about the parameter contain it.
    /// </summary>
    /// <param name="name">The name that is sent.</param>
    /// <param name="parameter">The name of the C# parameter.</param>
    public CallWriter Named(string name, string parameter)
    {
        (_renamed ??= []).Add((name, parameter));
        return this;
    }

    /// <summary>Ends a call whose result is read as raw JSON.</summary>
    public ActionCall<JsonElement> ToCall() => End(static envelope => envelope.Data);

    /// <summary>Ends a call whose payload is read as a view.</summary>
    /// <typeparam name="T">The view.</typeparam>
    public ActionCall<T> ToView<T>()
        where T : ResultView, new() => End(static envelope => ResultView.Of<T>(envelope.Payload));

    /// <summary>Ends a call whose payload is read by a function.</summary>
    /// <typeparam name="T">The type as which the payload is read.</typeparam>
    /// <param name="read">Reads the payload.</param>
    public ActionCall<T> ToCall<T>(Func<JsonElement, T> read) => End(envelope => read(envelope.Payload));

    /// <summary>Writes a property name, which must be a literal.</summary>
    public CallWriter Name(string name)
    {
        _json.WritePropertyName(Encoded(name));
        return this;
    }

    /// <summary>Writes a property name that is known only at run time, such as the key of a map.</summary>
    public CallWriter Key(string key)
    {
        // The writer has replaced what the name cannot have; the location contains the replacement.
        _json.WritePropertyName(key);
        ThrowIfBroken(HalfPair.In(key));
        return this;
    }

    /// <summary>Writes the name of an additional property, which must not be one that the catalog describes.</summary>
    /// <param name="key">The name.</param>
    /// <param name="described">The names that the catalog describes.</param>
    public CallWriter OtherKey(string key, string[] described)
    {
        if (described.AsSpan().Contains(key))
            ThrowDescribed(key);
        return Key(key);
    }

    /// <summary>Begins an object.</summary>
    public CallWriter StartObject()
    {
        ThrowIfTooDeep();
        _json.WriteStartObject();
        return this;
    }

    /// <summary>Ends an object.</summary>
    public CallWriter EndObject()
    {
        _json.WriteEndObject();
        return this;
    }

    /// <summary>Begins an array.</summary>
    public CallWriter StartArray()
    {
        ThrowIfTooDeep();
        _json.WriteStartArray();
        return this;
    }

    /// <summary>Ends an array.</summary>
    public CallWriter EndArray()
    {
        _json.WriteEndArray();
        return this;
    }

    /// <summary>Writes null.</summary>
    public CallWriter Null()
    {
        _json.WriteNullValue();
        return this;
    }

    /// <summary>
    /// Writes a value as JSON that is not part of a call: with the same names, constants and checks. Errors contain the name of the type
    /// instead of a slug.
    /// </summary>
    internal static JsonDocument ToDocument<T>(T value, string type, Action<CallWriter, T> write) =>
        JsonDocument.Parse(ToBytes(value, type, write), CallJson.Reading);

    /// <summary>The same as UTF-8.</summary>
    internal static byte[] ToBytes(IParameterValue value, string type) => ToBytes(value, type, static (call, value) => value.WriteTo(call));

    private static byte[] ToBytes<T>(T value, string type, Action<CallWriter, T> write)
    {
        var writer = Rent(type, isCall: false);
        write(writer, value);
        writer._json.Flush();
        var bytes = writer._buffer.WrittenSpan.ToArray();
        writer.Return();
        return bytes;
    }

    private static CallWriter Rent(string subject, bool isCall)
    {
        var writer = _kept ?? new CallWriter();
        _kept = null;
        writer._subject = subject;
        writer._isCall = isCall;
        writer._position = 0;
        return writer;
    }

    private ActionCall<T> End<T>(Func<ResultEnvelope, T> read)
    {
        _json.WriteEndObject();
        _json.Flush();
        var call = new ActionCall<T>(_subject, _buffer.WrittenSpan.ToArray(), read);
        Return();
        return call;
    }

    private void Return()
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _renamed?.Clear();
        if (_buffer.Capacity <= KeptCapacity)
            _kept = this;
    }

    private JsonEncodedText Encoded(string name)
    {
        var position = _position++;
        var literals = _literals;
        return (uint)position < (uint)literals.Length && ReferenceEquals(literals[position], name)
            ? _encoded[position]
            : Find(name, position);
    }

    private JsonEncodedText Find(string name, int position)
    {
        var encoded = LiteralCache.Name(name);
        if (position < KeptNames)
            (_literals[position], _encoded[position]) = (name, encoded);
        return encoded;
    }

    // A member that is not given keeps its position: the next call may give it.
    private CallWriter Skip()
    {
        _position++;
        return this;
    }
}
