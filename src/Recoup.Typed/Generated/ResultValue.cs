using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Recoup.Typed.Generated;

/// <summary>
/// Reads elements of results as C# values. An element of another type, or out of the type's range, counts as absent; it is not an error.
/// Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResultValue
{
    /// <summary>Finds a member of an object. Its kind is Undefined if it is absent, or if the element is not an object.</summary>
    public static JsonElement Find(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return default;
        try
        {
            return json.TryGetProperty(name, out var member) ? member : default;
        }
        catch (InvalidOperationException)
        {
            // One of the names contains half of a surrogate pair, which has no UTF-8 form to compare with.
            return FindAmongBroken(json, name);
        }
    }

    /// <summary>Reads any JSON. Returns false only if the element is absent.</summary>
    public static bool Any(JsonElement json, out JsonElement value)
    {
        value = json;
        return json.ValueKind != JsonValueKind.Undefined;
    }

    /// <summary>Reads a string.</summary>
    public static bool Text(JsonElement json, [MaybeNullWhen(false)] out string value)
    {
        try
        {
            value = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are not UTF-8: JSON's grammar allows both.
            value = null;
        }

        return value is not null;
    }

    /// <summary>Reads a 64-bit integer; <c>1.0</c> and <c>1e2</c> are integers too (JSON Schema, section 4.2.3).</summary>
    public static bool Integer(JsonElement json, out long value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number
            && (json.TryGetInt64(out value) || WholeNumber.TryParse(JsonMarshal.GetRawUtf8Value(json), out value));
    }

    /// <summary>Reads a finite number.</summary>
    public static bool Number(JsonElement json, out double value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out value) && double.IsFinite(value);
    }

    /// <summary>Reads a boolean.</summary>
    public static bool Boolean(JsonElement json, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return value || json.ValueKind == JsonValueKind.False;
    }

    /// <summary>
    /// Reads a date and time (RFC 3339). A value without an offset is not read, because it means another moment on each machine.
    /// </summary>
    public static bool DateTime(JsonElement json, out DateTimeOffset value)
    {
        value = default;
        try
        {
            if (json.ValueKind != JsonValueKind.String)
                return false;
            return (json.TryGetDateTime(out var local) && local.Kind != DateTimeKind.Unspecified && json.TryGetDateTimeOffset(out value))
                || Rfc3339.TryParse(json.GetString()!, out value);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Reads a date, <c>yyyy-MM-dd</c>.</summary>
    public static bool Date(JsonElement json, out DateOnly value)
    {
        value = default;
        return Text(json, out var text)
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    /// <summary>Reads a UUID in its form of 36 characters.</summary>
    public static bool Uuid(JsonElement json, out Guid value)
    {
        value = default;
        return Text(json, out var text) && Guid.TryParseExact(text, "D", out value);
    }

    /// <summary>Reads bytes in Base64.</summary>
    public static bool Bytes(JsonElement json, out ReadOnlyMemory<byte> value)
    {
        value = default;
        try
        {
            if (json.ValueKind != JsonValueKind.String || !json.TryGetBytesFromBase64(out var bytes))
                return false;
            value = bytes;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Reads the descriptor of a staged file.</summary>
    public static bool File(JsonElement json, [MaybeNullWhen(false)] out StagedFile value)
    {
        value = Text(Find(json, "name"), out var name)
            && Text(Find(json, "mimetype"), out var mimeType)
            && Text(Find(json, "s3key"), out var key)
            ? new StagedFile(name, mimeType, key)
            : null;
        return value is not null;
    }

    /// <summary>Reads a value of an open enum.</summary>
    public static bool Enum<T>(JsonElement json, out T value)
        where T : struct, IOpenEnum<T>
    {
        value = default;
        if (!Text(json, out var text))
            return false;
        value = text;
        return true;
    }

    /// <summary>Reads an object as a view.</summary>
    public static bool View<T>(JsonElement json, [MaybeNullWhen(false)] out T value)
        where T : ResultView, new()
    {
        value = json.ValueKind == JsonValueKind.Object ? ResultView.Of<T>(json) : null;
        return value is not null;
    }

    /// <summary>Reads a list that is an item of a list or map.</summary>
    public static bool List<T>(JsonElement json, ReadResult<T> read, out IReadOnlyList<T> value)
    {
        value = ListOf(json, read);
        return json.ValueKind == JsonValueKind.Array;
    }

    /// <summary>Reads a map that is an item of a list or map.</summary>
    public static bool Map<T>(JsonElement json, ReadResult<T> read, out IReadOnlyDictionary<string, T> value)
    {
        value = MapOf(json, read);
        return json.ValueKind == JsonValueKind.Object;
    }

    /// <summary>Reads an item that may be null as a reference type.</summary>
    public static bool OrNull<T>(JsonElement json, ReadResult<T> read, out T? value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        value = read(json, out var item) ? item : null;
        return true;
    }

    /// <summary>Reads an item that may be null as a value type.</summary>
    public static bool ValueOrNull<T>(JsonElement json, ReadResult<T> read, out T? value)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(read);
        value = read(json, out var item) ? item : null;
        return true;
    }

    /// <summary>Reads the items of an array and leaves out those that cannot be read. Empty if the element is not an array.</summary>
    public static IReadOnlyList<T> ListOf<T>(JsonElement json, ReadResult<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is not (> 0 and var length))
            return [];
        var items = new List<T>(length);
        foreach (var element in json.EnumerateArray())
        {
            if (read(element, out var item))
                items.Add(item);
        }

        return items.AsReadOnly();
    }

    /// <summary>
    /// Reads the members of an object and leaves out those that cannot be read. If a name is repeated, the last one wins. Empty if the
    /// element is not an object.
    /// </summary>
    public static IReadOnlyDictionary<string, T> MapOf<T>(JsonElement json, ReadResult<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (json.ValueKind != JsonValueKind.Object)
            return ReadOnlyDictionary<string, T>.Empty;
        var members = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (TryName(member) is { } name && read(member.Value, out var value))
                members[name] = value;
        }

        return members.AsReadOnly();
    }

    private static JsonElement FindAmongBroken(JsonElement json, string name)
    {
        var found = default(JsonElement);
        foreach (var member in json.EnumerateObject())
        {
            if (TryName(member) == name)
                found = member.Value;
        }

        return found;
    }

    private static string? TryName(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
