using System.Text.Json;
using Recoup.Typed.Generated;

namespace Recoup.Typed;

/// <summary>
/// A view of a JSON object that an action returned: generated properties over <see cref="Json"/>, derived from the catalog's result schema.
/// </summary>
/// <remarks>
/// A view promises nothing about the server. A value that is missing, null, of another type or out of its type's range counts as absent:
/// the property is null, the list or map is empty, and an item of a list or map is left out unless the schema allows null. Nothing throws.
/// Members that the catalog does not know are in <see cref="Json"/>.
/// <para>
/// A property is read on access: each access creates a new string, but nested views, lists and maps are created once. Views are immutable
/// and may be read by several threads at once. Two views are equal if they are the same object; compare their JSON with
/// <see cref="JsonElement.DeepEquals(JsonElement, JsonElement)"/>.
/// </para>
/// </remarks>
public abstract class ResultView
{
    // The nested views, lists and maps that were read, by the literal that names each. Two threads may create one twice.
    private Kept? _kept;

    /// <summary>Initializes a view of nothing. <see cref="Of{T}"/> creates a view of an element.</summary>
    protected ResultView()
    {
    }

    /// <summary>The element as received; its kind is Undefined if there was none.</summary>
    public JsonElement Json { get; private set; }

    /// <summary>Creates a view of an element of any JSON type, for example of a stored result.</summary>
    /// <typeparam name="T">The generated view.</typeparam>
    /// <param name="json">The element.</param>
    public static T Of<T>(JsonElement json)
        where T : ResultView, new() => new() { Json = json };

    /// <summary>Returns the JSON text of the element; empty if there was none.</summary>
    public sealed override string ToString() => Json.ValueKind == JsonValueKind.Undefined ? "" : Json.GetRawText();

    /// <summary>Reads a string, or null.</summary>
    protected string? ReadText(string name) => ResultValue.Text(Find(name), out var value) ? value : null;

    /// <summary>Reads an integer, or null.</summary>
    protected long? ReadInteger(string name) => ResultValue.Integer(Find(name), out var value) ? value : null;

    /// <summary>Reads a number, or null.</summary>
    protected double? ReadNumber(string name) => ResultValue.Number(Find(name), out var value) ? value : null;

    /// <summary>Reads a boolean, or null.</summary>
    protected bool? ReadBoolean(string name) => ResultValue.Boolean(Find(name), out var value) ? value : null;

    /// <summary>Reads a date and time, or null.</summary>
    protected DateTimeOffset? ReadDateTime(string name) => ResultValue.DateTime(Find(name), out var value) ? value : null;

    /// <summary>Reads a date, or null.</summary>
    protected DateOnly? ReadDate(string name) => ResultValue.Date(Find(name), out var value) ? value : null;

    /// <summary>Reads a UUID, or null.</summary>
    protected Guid? ReadUuid(string name) => ResultValue.Uuid(Find(name), out var value) ? value : null;

    /// <summary>Reads bytes, or null.</summary>
    protected ReadOnlyMemory<byte>? ReadBytes(string name) =>
        // A bare null would become an array and then an empty memory.
        ResultValue.Bytes(Find(name), out var value) ? value : default(ReadOnlyMemory<byte>?);

    /// <summary>Reads a staged file, or null.</summary>
    protected StagedFile? ReadFile(string name) => ResultValue.File(Find(name), out var value) ? value : null;

    /// <summary>Reads an open enum, or null.</summary>
    protected T? ReadEnum<T>(string name)
        where T : struct, IOpenEnum<T> => ResultValue.Enum<T>(Find(name), out var value) ? value : default(T?);

    /// <summary>Reads an object as a view, or null.</summary>
    protected T? ReadView<T>(string name)
        where T : ResultView, new()
    {
        if (FindKept<T>(name) is { } kept)
            return kept;
        return ResultValue.View<T>(Find(name), out var value) ? Keep(name, value) : null;
    }

    /// <summary>Reads a list; empty if there is none.</summary>
    protected IReadOnlyList<T> ReadList<T>(string name, ReadResult<T> read) =>
        FindKept<IReadOnlyList<T>>(name) ?? Keep(name, ResultValue.ListOf(Find(name), read));

    /// <summary>Reads a list of strings; empty if there is none.</summary>
    protected IReadOnlyList<string> ReadTexts(string name) => ReadList<string>(name, ResultValue.Text);

    /// <summary>Reads a list of open enums; empty if there is none.</summary>
    protected IReadOnlyList<T> ReadEnums<T>(string name)
        where T : struct, IOpenEnum<T> => ReadList<T>(name, ResultValue.Enum);

    /// <summary>Reads a list of objects as views; empty if there is none.</summary>
    protected IReadOnlyList<T> ReadViews<T>(string name)
        where T : ResultView, new() => ReadList<T>(name, ResultValue.View);

    /// <summary>Reads a map; empty if there is none.</summary>
    protected IReadOnlyDictionary<string, T> ReadMap<T>(string name, ReadResult<T> read) =>
        FindKept<IReadOnlyDictionary<string, T>>(name) ?? Keep(name, ResultValue.MapOf(Find(name), read));

    /// <summary>Reads any JSON; its kind is Undefined if there is none.</summary>
    protected JsonElement ReadAny(string name) => Find(name);

    private JsonElement Find(string name) => ResultValue.Find(Json, name);

    // A name and its type belong together, but two properties may read one name.
    private T? FindKept<T>(string name)
        where T : class
    {
        for (var kept = Volatile.Read(ref _kept); kept is not null; kept = kept.Next)
        {
            if (ReferenceEquals(kept.Name, name) && kept.Value is T value)
                return value;
        }

        return null;
    }

    private T Keep<T>(string name, T value)
        where T : class
    {
        for (var first = Volatile.Read(ref _kept); ;)
        {
            var seen = Interlocked.CompareExchange(ref _kept, new Kept(name, value, first), first);
            if (seen == first)
                return value;
            first = seen;
        }
    }

    private sealed record Kept(string Name, object Value, Kept? Next);
}
