using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.Typed.Generated;

/// <summary>An element of a response's body, or of a parameter that was stored as JSON. Called by generated code.</summary>
/// <remarks>
/// A required member must be present and of its type. An optional member is null when it is absent or null. A member of another type is an
/// error if the element is a parameter, and counts as absent if it is part of a response. Unknown members are ignored.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "It is read and dropped; nothing compares it.")]
public readonly struct ResponseElement
{
    private readonly JsonLocation? _location;
    private readonly bool _isStrict;

    /// <summary>Initializes the root element of a body.</summary>
    public ResponseElement(JsonElement json)
        : this(json, null, isStrict: false)
    {
    }

    private ResponseElement(JsonElement json, JsonLocation? location, bool isStrict) =>
        (Json, _location, _isStrict) = (json, location, isStrict);

    /// <summary>Returns the root element of a parameter.</summary>
    internal static ResponseElement Strict(JsonElement json) => new(json, null, isStrict: true);

    /// <summary>The element as received.</summary>
    public JsonElement Json { get; }

    /// <summary>Gets a member that must be present; it may be null.</summary>
    public ResponseElement Required(string name)
    {
        var location = new JsonLocation(_location, name);
        return Members.TryGetProperty(name, out var value)
            ? new ResponseElement(value, location, _isStrict)
            : throw new ResponseShapeException(location, "present", "missing");
    }

    /// <summary>Refuses an object in which a member does not have the only value that the schema allows. Returns this element.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="json">The value as JSON.</param>
    public ResponseElement Constant(string name, string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var member = Required(name);
        using var constant = JsonDocument.Parse(json, CallJson.Reading);
        return JsonElement.DeepEquals(member.Json, constant.RootElement)
            ? this
            : throw new ResponseShapeException(member._location, Excerpt.Of(json), Excerpt.Of(member.Json.GetRawText()));
    }

    /// <summary>Gets a member of any JSON type; its kind is Undefined when it is absent.</summary>
    public JsonElement Any(string name) => Members.TryGetProperty(name, out var value) ? value : default;

    /// <summary>Reads a member of any JSON type; null when it is null or absent.</summary>
    public JsonNode? Node(string name) => new ResponseElement(Any(name)).ReadNode();

    /// <summary>Reads an optional string.</summary>
    public string? OptionalString(string name) => Optional(name, static json => json.ReadString());

    /// <summary>Reads an optional integer.</summary>
    public long? OptionalInteger(string name) => OptionalValue(name, static json => json.ReadInteger());

    /// <summary>Reads an optional number.</summary>
    public double? OptionalNumber(string name) => OptionalValue(name, static json => json.ReadNumber());

    /// <summary>Reads an optional boolean.</summary>
    public bool? OptionalBoolean(string name) => OptionalValue(name, static json => json.ReadBoolean());

    /// <summary>Reads an optional list of strings.</summary>
    public IReadOnlyList<string>? OptionalStrings(string name) =>
        Optional(name, static json => (IReadOnlyList<string>)json.ReadArray(static item => item.ReadString()));

    /// <summary>Reads an optional open enum.</summary>
    public T? OptionalEnum<T>(string name)
        where T : struct, IOpenEnum<T> => OptionalValue(name, static json => json.ReadEnum<T>());

    /// <summary>Reads an optional object of a generated class.</summary>
    public T? OptionalObject<T>(string name)
        where T : class, IParameterObject<T> => Optional(name, static json => json.ReadObject<T>());

    /// <summary>Reads an optional list of objects of a generated class.</summary>
    public IReadOnlyList<T>? OptionalObjects<T>(string name)
        where T : class, IParameterObject<T> =>
        Optional(name, static json => (IReadOnlyList<T>)json.ReadArray(static item => item.ReadObject<T>()));

    /// <summary>Reads an optional member of a reference type.</summary>
    public T? Optional<T>(string name, Func<ResponseElement, T> read)
        where T : class => IsGiven(name, out var member) && TryRead(member, name, read, out var value) ? value : null;

    /// <summary>Reads an optional member of a value type.</summary>
    public T? OptionalValue<T>(string name, Func<ResponseElement, T> read)
        where T : struct => IsGiven(name, out var member) && TryRead(member, name, read, out var value) ? value : null;

    /// <summary>Reads an optional member of a reference type for which absent and null have different meanings.</summary>
    public Optional<T?> OptionalOrNull<T>(string name, Func<ResponseElement, T> read)
        where T : class => Members.TryGetProperty(name, out _) ? Optional(name, read) : default(Optional<T?>);

    /// <summary>Reads an optional member of a value type for which absent and null have different meanings.</summary>
    public Optional<T?> OptionalOrNullValue<T>(string name, Func<ResponseElement, T> read)
        where T : struct => Members.TryGetProperty(name, out _) ? OptionalValue(name, read) : default(Optional<T?>);

    /// <summary>Reads this element, which may be null, as a reference type.</summary>
    public T? OrNull<T>(Func<ResponseElement, T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return Json.ValueKind == JsonValueKind.Null ? null : read(this);
    }

    /// <summary>Reads this element, which may be null, as a value type.</summary>
    public T? ValueOrNull<T>(Func<ResponseElement, T> read)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(read);
        return Json.ValueKind == JsonValueKind.Null ? null : read(this);
    }

    /// <summary>Reads the elements of an array.</summary>
    public T[] ReadArray<T>(Func<ResponseElement, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Json.ValueKind != JsonValueKind.Array)
            throw Unlike("an array");
        var items = new T[Json.GetArrayLength()];
        var index = 0;
        foreach (var item in Json.EnumerateArray())
        {
            items[index] = read(new ResponseElement(item, new JsonLocation(_location, index), _isStrict));
            index++;
        }

        return items;
    }

    /// <summary>Reads the members of an object whose names are not known. If a name is repeated, the last one wins.</summary>
    public IReadOnlyDictionary<string, T> ReadMap<T>(Func<ResponseElement, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var members = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var member in Members.EnumerateObject())
            members[member.Name] = read(new ResponseElement(member.Value, new JsonLocation(_location, member.Name), _isStrict));
        return members;
    }

    /// <summary>Reads the members of an object whose names are not in <paramref name="named"/>.</summary>
    public IReadOnlyDictionary<string, T> ReadOthers<T>(Func<ResponseElement, T> read, params string[] named)
    {
        // Not a span: C# 12 does not accept its items one by one.
        ArgumentNullException.ThrowIfNull(named);
        var members = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var member in Members.EnumerateObject())
        {
            if (!named.Contains(member.Name, StringComparer.Ordinal) && TryRead(member.Value, member.Name, read, out var value))
                members[member.Name] = value!;
        }

        return members;
    }

    /// <summary>Reads the descriptor of a staged file.</summary>
    public StagedFile ReadFile() =>
        new(Required("name").ReadString(), Required("mimetype").ReadString(), Required("s3key").ReadString());

    /// <summary>Reads the descriptor of a staged file, or the address of a file that the server fetches.</summary>
    public StagedFile ReadFileOrAddress() => Json.ValueKind == JsonValueKind.String ? StagedFile.FromAddress(ReadString()) : ReadFile();

    /// <summary>Reads an open enum.</summary>
    public T ReadEnum<T>()
        where T : struct, IOpenEnum<T> => ReadString();

    /// <summary>Reads a union of shapes. Any JSON is valid: it is written as it was read.</summary>
    public T ReadUnion<T>()
        where T : struct, IUnion<T> => T.Of(UnionValue.Of(Json));

    /// <summary>Reads a union of scalars.</summary>
    public T ReadScalar<T>()
        where T : struct, IScalarUnion<T> =>
        ScalarText.TryRead(Json, T.Kinds, out var value) ? T.Of(value) : throw Unlike(ScalarText.Expected(T.Kinds));

    /// <summary>Reads an object of a generated class.</summary>
    public T ReadObject<T>()
        where T : class, IParameterObject<T> => T.Read(this);

    /// <summary>Reads any JSON; null if the element is null or absent.</summary>
    public JsonNode? ReadNode() => Json.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(Json),
        JsonValueKind.Array => JsonArray.Create(Json),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(Json),
    };

    /// <summary>Reads a string.</summary>
    public string ReadString() => ResultValue.Text(Json, out var value) ? value : throw Unlike("a string");

    /// <summary>Reads a 64-bit integer; <c>1.0</c> and <c>1e2</c> are integers too (JSON Schema, section 4.2.3).</summary>
    public long ReadInteger() => ResultValue.Integer(Json, out var value) ? value : throw Unlike("an integer");

    /// <summary>Reads a number.</summary>
    public double ReadNumber() => ResultValue.Number(Json, out var value) ? value : throw Unlike("a number");

    /// <summary>Reads a boolean.</summary>
    public bool ReadBoolean() => ResultValue.Boolean(Json, out var value) ? value : throw Unlike("true or false");

    /// <summary>Reads a UUID in its form of 36 characters.</summary>
    public Guid ReadGuid() => ResultValue.Uuid(Json, out var value) ? value : throw Unlike("a UUID");

    /// <summary>
    /// Reads a date and time (RFC 3339). A value without an offset is refused, because it means another moment on each machine.
    /// </summary>
    public DateTimeOffset ReadDateTime() => ResultValue.DateTime(Json, out var value) ? value : throw Unlike("a date and time");

    /// <summary>Reads a date, <c>yyyy-MM-dd</c>.</summary>
    public DateOnly ReadDate() => ResultValue.Date(Json, out var value) ? value : throw Unlike("a date");

    /// <summary>Reads bytes in Base64.</summary>
    public ReadOnlyMemory<byte> ReadBytes() => ResultValue.Bytes(Json, out var value) ? value : throw Unlike("base64");

    private JsonElement Members => Json.ValueKind == JsonValueKind.Object ? Json : throw Unlike("an object");

    private bool IsGiven(string name, out JsonElement member) =>
        Members.TryGetProperty(name, out member) && member.ValueKind != JsonValueKind.Null;

    private bool TryRead<T>(JsonElement member, string name, Func<ResponseElement, T> read, out T? value)
    {
        ArgumentNullException.ThrowIfNull(read);
        value = default;
        try
        {
            value = read(new ResponseElement(member, new JsonLocation(_location, name), _isStrict));
            return true;
        }
        catch (ResponseShapeException) when (!_isStrict)
        {
            return false;
        }
    }

    private ResponseShapeException Unlike(string expected) =>
        new(_location, expected, Json.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            JsonValueKind.Number => "a number",
            JsonValueKind.String => "a string that is not one",
            JsonValueKind.Array => "an array",
            JsonValueKind.Object => "an object",
            _ => "missing",
        }, _isStrict ? "the value" : "the body");
}
