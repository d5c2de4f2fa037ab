using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Recoup.Typed.Generated;

/// <summary>What a JSON element means as a C# value. An element of another form, or beyond the type's range, means nothing; it is no error.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResultValue
{
    /// <summary>A member of an object; of kind Undefined where it is not there, or the element is no object.</summary>
    public static JsonElement Find(JsonElement json, ReadOnlySpan<byte> name)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return default;
        try
        {
            return json.TryGetProperty(name, out var member) ? member : default;
        }
        catch (InvalidOperationException)
        {
            // One of the names is half a surrogate pair, which has no UTF-8 form to compare with.
            return FindAmongBroken(json, name);
        }
    }

    /// <summary>Any JSON; only what is not there at all is none.</summary>
    public static bool Any(JsonElement json, out JsonElement value)
    {
        value = json;
        return json.ValueKind != JsonValueKind.Undefined;
    }

    /// <summary>A text.</summary>
    public static bool Text(JsonElement json, [MaybeNullWhen(false)] out string value)
    {
        try
        {
            value = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are no UTF-8: JSON's grammar lets both pass.
            value = null;
        }

        return value is not null;
    }

    /// <summary>A 64-bit integer; <c>1.0</c> and <c>1e2</c> are integers as well (JSON Schema, section 4.2.3).</summary>
    public static bool Integer(JsonElement json, out long value)
    {
        value = 0;
        if (json.ValueKind != JsonValueKind.Number)
            return false;
        if (json.TryGetInt64(out value))
            return true;
        if (!json.TryGetDecimal(out var number) || decimal.Truncate(number) != number || number is < long.MinValue or > long.MaxValue)
            return false;
        value = (long)number;
        return true;
    }

    /// <summary>A finite number.</summary>
    public static bool Number(JsonElement json, out double value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out value) && double.IsFinite(value);
    }

    /// <summary>True or false.</summary>
    public static bool Boolean(JsonElement json, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return value || json.ValueKind == JsonValueKind.False;
    }

    /// <summary>A date and time as in RFC 3339. One without an offset is no moment: it would be another one on each machine.</summary>
    public static bool DateTime(JsonElement json, out DateTimeOffset value)
    {
        value = default;
        try
        {
            return json.ValueKind == JsonValueKind.String
                && json.TryGetDateTime(out var local) && local.Kind != DateTimeKind.Unspecified
                && json.TryGetDateTimeOffset(out value);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A date, <c>yyyy-MM-dd</c>.</summary>
    public static bool Date(JsonElement json, out DateOnly value)
    {
        value = default;
        return Text(json, out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    /// <summary>A UUID in its usual form of 36 characters.</summary>
    public static bool Uuid(JsonElement json, out Guid value)
    {
        value = default;
        return Text(json, out var text) && Guid.TryParseExact(text, "D", out value);
    }

    /// <summary>Bytes in base64.</summary>
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

    /// <summary>The descriptor of a staged file.</summary>
    public static bool File(JsonElement json, [MaybeNullWhen(false)] out StagedFile value)
    {
        value = Text(Find(json, "name"u8), out var name) && Text(Find(json, "mimetype"u8), out var mimeType) && Text(Find(json, "s3key"u8), out var key)
            ? new StagedFile(name, mimeType, key)
            : null;
        return value is not null;
    }

    /// <summary>A value of an open enum.</summary>
    public static bool Enum<T>(JsonElement json, Func<string, T> of, out T value)
        where T : struct
    {
        value = default;
        if (!Text(json, out var text))
            return false;
        value = of(text);
        return true;
    }

    /// <summary>An object.</summary>
    public static bool View<T>(JsonElement json, [MaybeNullWhen(false)] out T value)
        where T : ResultView, IResultView<T>
    {
        value = json.ValueKind == JsonValueKind.Object ? T.Over(json) : null;
        return value is not null;
    }

    /// <summary>A list that is an item itself.</summary>
    public static bool List<T>(JsonElement json, ReadResult<T> read, out IReadOnlyList<T> value)
    {
        value = ListOf(json, read);
        return json.ValueKind == JsonValueKind.Array;
    }

    /// <summary>A map that is an item itself.</summary>
    public static bool Map<T>(JsonElement json, ReadResult<T> read, out IReadOnlyDictionary<string, T> value)
    {
        value = MapOf(json, read);
        return json.ValueKind == JsonValueKind.Object;
    }

    /// <summary>An item that may be null: of a reference type.</summary>
    public static bool OrNull<T>(JsonElement json, ReadResult<T> read, out T? value)
        where T : class
    {
        value = read(json, out var item) ? item : null;
        return true;
    }

    /// <summary>An item that may be null: of a value type.</summary>
    public static bool ValueOrNull<T>(JsonElement json, ReadResult<T> read, out T? value)
        where T : struct
    {
        value = read(json, out var item) ? item : null;
        return true;
    }

    /// <summary>The items of an array that can be read; none where there is no array.</summary>
    public static IReadOnlyList<T> ListOf<T>(JsonElement json, ReadResult<T> read)
    {
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

    /// <summary>The members of an object that can be read, of a repeated one the last; none where there is no object.</summary>
    public static IReadOnlyDictionary<string, T> MapOf<T>(JsonElement json, ReadResult<T> read)
    {
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

    private static JsonElement FindAmongBroken(JsonElement json, ReadOnlySpan<byte> name)
    {
        var wanted = System.Text.Encoding.UTF8.GetString(name);
        var found = default(JsonElement);
        foreach (var member in json.EnumerateObject())
        {
            if (TryName(member) == wanted)
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
