using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Recoup.Catalogs.Problems;
using Recoup.Emulator.Core.Exchanges;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator;

/// <summary>A request and its result. It enters the journal when the result is known, and does not change afterwards.</summary>
public sealed class Exchange
{
    // The request was accepted with its depth.
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    // The list of actions is large, and each response of it is the same.
    private const int LargestBody = 64 * 1024;

    private ExchangeRecord _record;
    private JsonElement _parameters;

    internal Exchange(ExchangeRecord record) => _record = record;

    /// <summary>The number of the request in the order of arrival, from 1.</summary>
    public long Number => _record.Number;

    /// <summary>The time of arrival, on the emulator's clock.</summary>
    public DateTimeOffset At => _record.At;

    /// <summary>The method and path, for example <c>POST /api/connectors/actions</c>.</summary>
    public string Operation => _record.Operation;

    /// <summary>The slug of the action to execute, as sent; null for other operations and for bodies without a slug.</summary>
    public string? Slug { get => _record.Slug; internal set => _record.Slug = value; }

    /// <summary>The slug of the action for which a file was staged (<c>toolSlug</c>), or null.</summary>
    public string? ToolSlug { get => _record.ToolSlug; internal set => _record.ToolSlug = value; }

    /// <summary>The URL of the file to stage, as sent; null for other operations and for bodies without a URL.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "It is shown as it was sent.")]
    public string? FileUrl { get => _record.FileUrl; internal set => _record.FileUrl = value; }

    /// <summary>The account whose credential the request had; null if it had no valid one.</summary>
    public EmulatedAccount? Caller { get => _record.Caller; internal set => _record.Caller = value; }

    /// <summary>The account that the request acted for: the one it named, else the caller's; null without a valid credential.</summary>
    public EmulatedAccount? Account { get => _record.Account; internal set => _record.Account = value; }

    /// <summary>The parameters of the execution, as sent; undefined for other operations.</summary>
    public JsonElement Parameters
    {
        get => _record.Parameters.IsEmpty ? _parameters : JsonElement.Parse(_record.Parameters.Span, AnyDepth);
        internal set => _parameters = value;
    }

    /// <summary>
    /// The status of the response; null if none was sent because the network failed, the caller canceled, or the emulator threw.
    /// </summary>
    public int? Status => _record.Status;

    /// <summary>The media type of the response; null if the response has no body, or none was sent.</summary>
    public string? ResponseContentType => _record.ContentType;

    /// <summary>
    /// The body of the response, as UTF-8; empty if none was sent. The journal keeps the bodies of executions, and others of at most 64
    /// KiB. If its memory is full (<see cref="RecoupEmulatorOptions.JournalMaxBytes"/>), it drops the oldest bodies before it drops
    /// exchanges.
    /// </summary>
    public ReadOnlyMemory<byte> ResponseBody => _record.Response;

    /// <summary>The time from the request to the response, on the emulator's clock.</summary>
    public TimeSpan Duration => _record.Duration;

    /// <summary>The <see cref="ActionStub.Id"/> of the stub that answered the call; null if none did.</summary>
    public int? StubId { get => _record.Stub == 0 ? null : _record.Stub; internal set => _record.Stub = value ?? 0; }

    /// <summary>The network fault that was injected, or null.</summary>
    public TransportFault? Fault => _record.Fault;

    /// <summary>
    /// The outcome of an execution that passed every check, for example <c>returns</c> or <c>times out</c>; null if a check failed.
    /// </summary>
    public string? Outcome { get => _record.Outcome; internal set => _record.Outcome = value; }

    /// <summary>
    /// Whether the request took effect, or may have taken effect: the action was executed, the connection created or removed, the file
    /// staged. It is true even if the response was lost or the third-party service failed, and false for every refused request.
    /// </summary>
    public bool Executed => Executions > 0;

    /// <summary>
    /// How many times the request took effect, or may have taken effect. It is 0 or 1, with one exception: the deployed server (D4) asks
    /// a third-party service three times if it fails with a 5xx or does not respond. Each time, the service may have executed the action.
    /// </summary>
    public int Executions { get => _record.Executions; internal set => _record.Executions = value; }

    /// <summary>The message of the response's error or of the emulator's own exception; null if there was no error.</summary>
    public string? Error => _record.Error;

    /// <summary>
    /// How the parameters violate the action's schema, one line per violation. It is also filled if the behavior ignores violations (D5).
    /// </summary>
    public IReadOnlyList<string> Violations { get => _record.Violations ?? []; internal set => _record.Violations = value; }

    internal bool IsRecorded { get; set; }

    /// <summary>The number of the latest stub when no stub and no recording answered the call; null if one did.</summary>
    internal int? LastStub { get => _record.LastStub; set => _record.LastStub = value; }

    /// <summary>Notes the end of the exchange.</summary>
    /// <param name="response">The response; null if there was none.</param>
    /// <param name="error">The message of an error, or null.</param>
    /// <param name="at">The time.</param>
    internal void End(ApiResponse? response, string? error, DateTimeOffset at)
    {
        (_record.Error, _record.Fault, _record.Duration) = (error, response?.Fault, at - _record.At);
        if (response is { Fault: null })
            (_record.Status, _record.ContentType, _record.Response) = (response.Status, response.ContentType, response.Body);
    }

    /// <summary>The exchange as the journal keeps it.</summary>
    internal ExchangeRecord Keep(JournalText parameters, JournalText responses)
    {
        _record.Response = _record.Slug is null && _record.Response.Length > LargestBody ? default : responses.Add(_record.Response);
        if (_parameters.ValueKind != JsonValueKind.Undefined)
            _record.Parameters = parameters.Add(JsonMarshal.GetRawUtf8Value(_parameters));
        return _record;
    }

    /// <summary>Returns number, operation, slug and result in one line.</summary>
    public override string ToString()
    {
        var result = Status?.ToString(CultureInfo.InvariantCulture) ?? Fault?.ToString() ?? "no response";
        return Problem.OneLine(string.Create(
            CultureInfo.InvariantCulture,
            $"#{Number} {Operation}{Prefixed(" ", Slug)}: {result}{Effect}{Prefixed(" - ", Error)}"));
    }

    private string Effect => Executions switch
    {
        0 => "",
        1 => ", executed",
        _ => FormattableString.Invariant($", executed {Executions} times"),
    };

    private static string Prefixed(string prefix, string? text) => text is null ? "" : prefix + text;
}
