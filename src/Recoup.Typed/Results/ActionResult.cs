using System.Text.Json;

namespace Recoup.Typed;

/// <summary>The result of an executed action.</summary>
/// <typeparam name="T">
/// The type as which the call reads its result: <see cref="JsonElement"/> if the catalog does not describe it.
/// </typeparam>
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
    /// The payload as the call reads it: a <see cref="ResultView"/> if the catalog describes the result, else <see cref="Data"/>.
    /// </summary>
    public T Value { get; }

    /// <summary>
    /// The member <c>result</c> as received. It is documented as an object, but may be any JSON; if it is absent, its kind is Undefined
    /// (divergence D14).
    /// </summary>
    public JsonElement Result { get; }

    /// <summary>
    /// The payload: <c>result.data</c> if the result is the envelope <c>{ data, error, successful }</c> that deployed servers return
    /// (divergence D13), else the result itself.
    /// </summary>
    public JsonElement Data { get; }

    /// <summary>
    /// False if the result contains <c>successful: false</c>, which throws an <see cref="ActionFailedException"/> unless
    /// <see cref="RecoupClientOptions.ThrowOnUnsuccessfulResult"/> is false.
    /// </summary>
    public bool Successful { get; }

    /// <summary>The error message of an action that was not <see cref="Successful"/>; null if it gives none.</summary>
    public string? Error { get; }

    /// <summary>The time at which the server executed the action; null if the response does not contain it.</summary>
    public DateTimeOffset? ExecutedAt { get; }
}
