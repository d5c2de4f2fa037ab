using System.ComponentModel;
using System.Text.Json;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Transport;

/// <summary>
/// An element of an answer's body, as generated code reads it. What the document requires must be there and of its type; what it makes
/// optional is null when it is absent, null or of another type; what it does not know is not looked at.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ResponseElement
{
    private readonly ResponseLocation? _location;

    /// <summary>The body itself.</summary>
    public ResponseElement(JsonElement json)
        : this(json, null)
    {
    }

    private ResponseElement(JsonElement json, ResponseLocation? location) => (Json, _location) = (json, location);

    /// <summary>The element as it came.</summary>
    public JsonElement Json { get; }

    /// <summary>A member that must be there; it may be null.</summary>
    public ResponseElement Required(string name) => Members.TryGetProperty(name, out var value)
        ? new ResponseElement(value, new ResponseLocation(_location, name))
        : throw new ResponseShapeException(ResponseLocation.Pointer(_location, name), "there", "missing");

    /// <summary>A member of any form, of kind Undefined when it is absent.</summary>
    public JsonElement Any(string name) => Members.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A member that may be absent, of a reference type.</summary>
    public T? Optional<T>(string name, Func<ResponseElement, T> read)
        where T : class => TryRead(name, read, out var value) ? value : null;

    /// <summary>A member that may be absent, of a value type.</summary>
    public T? OptionalValue<T>(string name, Func<ResponseElement, T> read)
        where T : struct => TryRead(name, read, out var value) ? value : null;

    /// <summary>A member that may be absent, or null, which is not the same; of a reference type.</summary>
    public Optional<T?> OptionalOrNull<T>(string name, Func<ResponseElement, T> read)
        where T : class => Members.TryGetProperty(name, out _) ? Optional(name, read) : default(Optional<T?>);

    /// <summary>A member that may be absent, or null, which is not the same; of a value type.</summary>
    public Optional<T?> OptionalOrNullValue<T>(string name, Func<ResponseElement, T> read)
        where T : struct => Members.TryGetProperty(name, out _) ? OptionalValue(name, read) : default(Optional<T?>);

    /// <summary>This element, or null where it is null; of a reference type.</summary>
    public T? OrNull<T>(Func<ResponseElement, T> read)
        where T : class => Json.ValueKind == JsonValueKind.Null ? null : read(this);

    /// <summary>This element, or null where it is null; of a value type.</summary>
    public T? ValueOrNull<T>(Func<ResponseElement, T> read)
        where T : struct => Json.ValueKind == JsonValueKind.Null ? null : read(this);

    /// <summary>The elements of an array.</summary>
    public T[] ReadArray<T>(Func<ResponseElement, T> read)
    {
        if (Json.ValueKind != JsonValueKind.Array)
            throw Unlike("an array");
        var items = new T[Json.GetArrayLength()];
        var index = 0;
        foreach (var item in Json.EnumerateArray())
        {
            items[index] = read(new ResponseElement(item, new ResponseLocation(_location, index)));
            index++;
        }

        return items;
    }

    /// <summary>The members of an object whose names are not known; of a repeated one, the last.</summary>
    public Dictionary<string, T> ReadMap<T>(Func<ResponseElement, T> read)
    {
        var members = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var member in Members.EnumerateObject())
            members[member.Name] = read(new ResponseElement(member.Value, new ResponseLocation(_location, member.Name)));
        return members;
    }

    /// <summary>The members of an object beside those that are named.</summary>
    public Dictionary<string, T> ReadOthers<T>(Func<ResponseElement, T> read, params ReadOnlySpan<string> named)
    {
        var members = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var member in Members.EnumerateObject())
        {
            if (!named.Contains(member.Name) && TryRead(member.Name, read, out var value))
                members[member.Name] = value!;
        }

        return members;
    }

    /// <summary>The descriptor of a staged file.</summary>
    public StagedFile ReadFile() =>
        new(Required("name").ReadString(), Required("mimetype").ReadString(), Required("s3key").ReadString());

    /// <summary>A text.</summary>
    public string ReadString() => ResultValue.Text(Json, out var value) ? value : throw Unlike("a string");

    /// <summary>A 64-bit integer; <c>1.0</c> and <c>1e2</c> are integers as well (JSON Schema, section 4.2.3).</summary>
    public long ReadInteger() => ResultValue.Integer(Json, out var value) ? value : throw Unlike("an integer");

    /// <summary>A number.</summary>
    public double ReadNumber() => ResultValue.Number(Json, out var value) ? value : throw Unlike("a number");

    /// <summary>True or false.</summary>
    public bool ReadBoolean() => ResultValue.Boolean(Json, out var value) ? value : throw Unlike("true or false");

    /// <summary>A UUID in its usual form of 36 characters.</summary>
    public Guid ReadGuid() => ResultValue.Uuid(Json, out var value) ? value : throw Unlike("a UUID");

    /// <summary>A date and time as in RFC 3339: one without an offset means another moment on each machine and is refused.</summary>
    public DateTimeOffset ReadDateTime() => ResultValue.DateTime(Json, out var value) ? value : throw Unlike("a date and time");

    /// <summary>A date, <c>yyyy-MM-dd</c>.</summary>
    public DateOnly ReadDate() => ResultValue.Date(Json, out var value) ? value : throw Unlike("a date");

    /// <summary>Bytes in base64.</summary>
    public ReadOnlyMemory<byte> ReadBytes() => ResultValue.Bytes(Json, out var value) ? value : throw Unlike("base64");

    private JsonElement Members => Json.ValueKind == JsonValueKind.Object ? Json : throw Unlike("an object");

    private bool TryRead<T>(string name, Func<ResponseElement, T> read, out T? value)
    {
        value = default;
        if (!Members.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
            return false;
        try
        {
            value = read(new ResponseElement(member, new ResponseLocation(_location, name)));
            return true;
        }
        catch (ResponseShapeException)
        {
            return false;
        }
    }

    private ResponseShapeException Unlike(string expected) =>
        new(ResponseLocation.Pointer(_location), expected, Json.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            JsonValueKind.Number => "a number",
            JsonValueKind.String => "a string that is none",
            JsonValueKind.Array => "an array",
            JsonValueKind.Object => "an object",
            _ => "missing",
        });
}
