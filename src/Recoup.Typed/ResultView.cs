using System.Text.Json;
using Recoup.Typed.Generated;

namespace Recoup.Typed;

/// <summary>
/// A view of a JSON object that an action answered: generated properties over <see cref="Json"/>, from what the catalog says about results.
/// </summary>
/// <remarks>
/// A view promises nothing about the server. What is missing, null, of another type or out of its type's range counts as absent: a property
/// is null, a list or map is empty, an item of a list or map is left out unless the schema lets it be null. Nothing throws. What the catalog
/// does not know stands in <see cref="Json"/>.
/// <para>
/// A property is read when it is asked for: a text is made anew by each read; nested views, lists and maps are made once. Views are
/// immutable and may be read by several threads at once. Two views are equal when they are the same object; compare their JSON with
/// <see cref="JsonElement.DeepEquals(JsonElement, JsonElement)"/>.
/// </para>
/// </remarks>
public abstract class ResultView
{
    /// <summary>A view of an element, whatever its form.</summary>
    /// <param name="json">The element.</param>
    protected ResultView(JsonElement json) => Json = json;

    /// <summary>The element as it came; of kind Undefined where there was none.</summary>
    public JsonElement Json { get; }

    /// <summary>The element's JSON text; empty where there was none.</summary>
    public sealed override string ToString() => Json.ValueKind == JsonValueKind.Undefined ? "" : Json.GetRawText();

    /// <summary>A text, or null.</summary>
    protected string? ReadText(ReadOnlySpan<byte> name) => ResultValue.Text(Find(name), out var value) ? value : null;

    /// <summary>An integer, or null.</summary>
    protected long? ReadInteger(ReadOnlySpan<byte> name) => ResultValue.Integer(Find(name), out var value) ? value : null;

    /// <summary>A number, or null.</summary>
    protected double? ReadNumber(ReadOnlySpan<byte> name) => ResultValue.Number(Find(name), out var value) ? value : null;

    /// <summary>True or false, or null.</summary>
    protected bool? ReadBoolean(ReadOnlySpan<byte> name) => ResultValue.Boolean(Find(name), out var value) ? value : null;

    /// <summary>A date and time, or null.</summary>
    protected DateTimeOffset? ReadDateTime(ReadOnlySpan<byte> name) => ResultValue.DateTime(Find(name), out var value) ? value : null;

    /// <summary>A date, or null.</summary>
    protected DateOnly? ReadDate(ReadOnlySpan<byte> name) => ResultValue.Date(Find(name), out var value) ? value : null;

    /// <summary>A UUID, or null.</summary>
    protected Guid? ReadUuid(ReadOnlySpan<byte> name) => ResultValue.Uuid(Find(name), out var value) ? value : null;

    // A bare null would become an array and then an empty memory.
    /// <summary>Bytes, or null.</summary>
    protected ReadOnlyMemory<byte>? ReadBytes(ReadOnlySpan<byte> name) => ResultValue.Bytes(Find(name), out var value) ? value : default(ReadOnlyMemory<byte>?);

    /// <summary>A staged file, or null.</summary>
    protected StagedFile? ReadFile(ReadOnlySpan<byte> name) => ResultValue.File(Find(name), out var value) ? value : null;

    /// <summary>An open enum, or null.</summary>
    protected T? ReadEnum<T>(ReadOnlySpan<byte> name, Func<string, T> of)
        where T : struct => ResultValue.Enum(Find(name), of, out var value) ? value : null;

    /// <summary>An object, or null.</summary>
    protected T? ReadView<T>(ReadOnlySpan<byte> name)
        where T : ResultView, IResultView<T> => ResultValue.View<T>(Find(name), out var value) ? value : null;

    /// <summary>A list, empty where there is none.</summary>
    protected IReadOnlyList<T> ReadList<T>(ReadOnlySpan<byte> name, ReadResult<T> read) => ResultValue.ListOf(Find(name), read);

    /// <summary>A map, empty where there is none.</summary>
    protected IReadOnlyDictionary<string, T> ReadMap<T>(ReadOnlySpan<byte> name, ReadResult<T> read) => ResultValue.MapOf(Find(name), read);

    /// <summary>Any JSON, of kind Undefined where there is none.</summary>
    protected JsonElement ReadAny(ReadOnlySpan<byte> name) => Find(name);

    private JsonElement Find(ReadOnlySpan<byte> name) => ResultValue.Find(Json, name);
}
