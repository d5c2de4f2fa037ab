using System.Text.Json;
using Recoup.Typed.Transport;

namespace Recoup.Typed;

/// <summary>What an executed action answered.</summary>
/// <typeparam name="T">The form the call gives its result: <see cref="JsonElement"/> where the catalog describes none.</typeparam>
public sealed class ActionResult<T>
{
    internal ActionResult(T value, ResultEnvelope envelope, DateTimeOffset? executedAt)
    {
        Value = value;
        Result = envelope.Result;
        Data = envelope.Data;
        Successful = envelope.Successful;
        Error = envelope.Error;
        ExecutedAt = executedAt;
    }

    /// <summary>
    /// The payload in the call's own form: a <see cref="ResultView"/> where the catalog describes the result, else <see cref="Data"/>.
    /// </summary>
    public T Value { get; }

    /// <summary>
    /// The member <c>result</c> as it came. Documented as an object, it may be any JSON, or absent, and is then of kind Undefined
    /// (divergence D14).
    /// </summary>
    public JsonElement Result { get; }

    /// <summary>
    /// The payload: <c>result.data</c> when the result is the envelope <c>{ data, error, successful }</c> that deployed servers
    /// answer (divergence D13), else the result itself.
    /// </summary>
    public JsonElement Data { get; }

    /// <summary>
    /// False when the result says <c>successful: false</c>. To be seen only where <see cref="RecoupClientOptions.ThrowOnUnsuccessfulResult"/>
    /// is off; it is an <see cref="ActionFailedException"/> otherwise.
    /// </summary>
    public bool Successful { get; }

    /// <summary>The action's words when it was not <see cref="Successful"/>; null where it has none.</summary>
    public string? Error { get; }

    /// <summary>When the server executed the action; null where it does not say.</summary>
    public DateTimeOffset? ExecutedAt { get; }
}
