using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Typed;

/// <summary>
/// A call of an action as a value: its slug and its parameters. Nothing is sent until it is passed to <c>RecoupClient.ExecuteAsync</c>. A
/// call can be logged, compared, queued and executed again.
/// </summary>
/// <remarks>
/// <c>JsonSerializer</c> writes a call as <c>{"slug": "...", "parameters": {...}}</c> and reads an equal one, if its result is read as
/// <see cref="JsonElement"/> or as a generated view.
/// </remarks>
/// <typeparam name="T">The type as which the result is read.</typeparam>
[JsonConverter(typeof(ActionCallJsonConverter))]
public sealed class ActionCall<T> : IActionCall, IEquatable<ActionCall<T>>
{
    private readonly ReadOnlyMemory<byte> _parameters;
    private readonly Func<ResultEnvelope, T> _read;

    internal ActionCall(string slug, ReadOnlyMemory<byte> parameters, Func<ResultEnvelope, T> read) =>
        (Slug, _parameters, _read) = (slug, parameters, read);

    /// <summary>The action's slug, for example <c>GITHUB_CREATE_ISSUE</c>.</summary>
    public string Slug { get; }

    /// <summary>Whether both calls have the same action and the same parameters, byte for byte.</summary>
    public static bool operator ==(ActionCall<T>? left, ActionCall<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the actions or the parameters differ.</summary>
    public static bool operator !=(ActionCall<T>? left, ActionCall<T>? right) => !(left == right);

    /// <summary>
    /// Writes the parameters as a JSON object. They were fixed when the call was created: later changes to a list have no effect.
    /// </summary>
    /// <param name="writer">The writer.</param>
    public void WriteParameters(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(_parameters.Span, skipInputValidation: true);
    }

    /// <summary>Returns the parameters as a JSON object.</summary>
    public JsonElement ToJson()
    {
        using var document = ParseParameters();
        return document.RootElement.Clone();
    }

    /// <inheritdoc/>
    public bool Equals(ActionCall<T>? other) =>
        other is not null && Slug == other.Slug && _parameters.Span.SequenceEqual(other._parameters.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActionCall<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Slug);
        hash.AddBytes(_parameters.Span);
        return hash.ToHashCode();
    }

    /// <summary>Returns the slug and the parameters as JSON.</summary>
    public override string ToString() => Slug + " " + Encoding.UTF8.GetString(_parameters.Span);

    internal JsonDocument ParseParameters() => JsonDocument.Parse(_parameters, CallJson.Reading);

    JsonConverter IActionCall.CreateConverter() => new ActionCallConverter<T>(read: null);

    internal T Read(ResultEnvelope envelope) => _read(envelope);
}
