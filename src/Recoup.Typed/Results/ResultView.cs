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
    /// <summary>Initializes a view of an element of any JSON type.</summary>
    /// <param name="json">The element.</param>
    protected ResultView(JsonElement json) => Json = json;

    /// <summary>The element as received; its kind is Undefined if there was none.</summary>
    public JsonElement Json { get; }

    /// <summary>Returns the JSON text of the element; empty if there was none.</summary>
    public sealed override string ToString() => Json.ValueKind == JsonValueKind.Undefined ? "" : Json.GetRawText();

    /// <summary>Reads a string, or null.</summary>
    protected string? ReadText(ReadOnlySpan<byte> name) => ResultValue.Text(Find(name), out var value) ? value : null;

    /// <summary>Reads an integer, or null.</summary>
    protected long? ReadInteger(ReadOnlySpan<byte> name) => ResultValue.Integer(Find(name), out var value) ? value : null;

    /// <summary>Reads a number, or null.</summary>
    protected double? ReadNumber(ReadOnlySpan<byte> name) => ResultValue.Number(Find(name), out var value) ? value : null;

    /// <summary>Reads a boolean, or null.</summary>
    protected bool? ReadBoolean(ReadOnlySpan<byte> name) => ResultValue.Boolean(Find(name), out var value) ? value : null;

    /// <summary>Reads a date and time, or null.</summary>
    protected DateTimeOffset? ReadDateTime(ReadOnlySpan<byte> name) => ResultValue.DateTime(Find(name), out var value) ? value : null;

    /// <summary>Reads a date, or null.</summary>
    protected DateOnly? ReadDate(ReadOnlySpan<byte> name) => ResultValue.Date(Find(name), out var value) ? value : null;

    /// <summary>Reads a UUID, or null.</summary>
    protected Guid? ReadUuid(ReadOnlySpan<byte> name) => ResultValue.Uuid(Find(name), out var value) ? value : null;

    /// <summary>Reads bytes, or null.</summary>
    protected ReadOnlyMemory<byte>? ReadBytes(ReadOnlySpan<byte> name) =>
        // A bare null would become an array and then an empty memory.
        ResultValue.Bytes(Find(name), out var value) ? value : default(ReadOnlyMemory<byte>?);

    /// <summary>Reads a staged file, or null.</summary>
    protected StagedFile? ReadFile(ReadOnlySpan<byte> name) => ResultValue.File(Find(name), out var value) ? value : null;

    /// <summary>Reads an open enum, or null.</summary>
    protected T? ReadEnum<T>(ReadOnlySpan<byte> name, Func<string, T> of)
        where T : struct => ResultValue.Enum(Find(name), of, out var value) ? value : null;

    /// <summary>Reads an object as a view, or null.</summary>
    protected T? ReadView<T>(ReadOnlySpan<byte> name)
        where T : ResultView, IResultView<T> => ResultValue.View<T>(Find(name), out var value) ? value : null;

    /// <summary>Reads a list; empty if there is none.</summary>
    protected IReadOnlyList<T> ReadList<T>(ReadOnlySpan<byte> name, ReadResult<T> read) => ResultValue.ListOf(Find(name), read);

    /// <summary>Reads a map; empty if there is none.</summary>
    protected IReadOnlyDictionary<string, T> ReadMap<T>(ReadOnlySpan<byte> name, ReadResult<T> read) => ResultValue.MapOf(Find(name), read);

    /// <summary>Reads any JSON; its kind is Undefined if there is none.</summary>
    protected JsonElement ReadAny(ReadOnlySpan<byte> name) => Find(name);

    private JsonElement Find(ReadOnlySpan<byte> name) => ResultValue.Find(Json, name);
}
