using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Recoup.Emulator.Core.Json;
using Recoup.Emulator.Core.Messages;
using Recoup.Emulator.Core.Outcomes;
using Recoup.Emulator.Core.Stubs;
using Recoup.Emulator.TestSurface;
using Recoup.Typed;

namespace Recoup.Emulator;

/// <summary>
/// Scripts the calls of an action, or of every action: first conditions, then a sequence of outcomes. Each outcome answers one call, or
/// as many as <see cref="Times"/> specifies; the last one answers all further calls. If several stubs match a call, the latest one
/// answers it, unless its outcomes are used up.
/// </summary>
/// <example>
/// <code>
/// emulator.On(GoogleSheets.BatchUpdate).FailsUpstream("quota exceeded").Times(2).Then.Returns(new { updatedCells = 4 });
/// </code>
/// </example>
[StackTraceHidden]
public sealed class ActionStub
{
    // A lambda that throws, or a null, fits both overloads.
    private const int OnlyAsync = -1;

    private readonly Stub _stub;
    private TimeSpan _delay;

    internal ActionStub(Stub stub) => _stub = stub;

    /// <summary>The slug of the action; <c>*</c> if the stub is for every action.</summary>
    public string Slug => _stub.Slug;

    /// <summary>The number of the stub in the order of its addition, from 1. <see cref="Exchange.StubId"/> refers to it.</summary>
    public int Id => _stub.Id;

    /// <summary>The number of calls that this stub has answered so far.</summary>
    public int Uses => _stub.Uses;

    /// <summary>Returns this stub. It only makes a sequence of outcomes easier to read.</summary>
    public ActionStub Then => this;

    /// <summary>Restricts the stub to calls whose parameters meet a condition.</summary>
    /// <param name="condition">A function of the parameters as sent.</param>
    /// <param name="text">The source text of the condition, for messages. The compiler supplies it.</param>
    public ActionStub Where(Func<JsonElement, bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        return When(new StubCondition($"Where({text})", call => condition(call.Parameters) ? null : ""));
    }

    /// <summary>Restricts the stub to calls whose parameters meet a condition that has to be awaited.</summary>
    /// <param name="condition">An async function of the parameters as sent. If the call is canceled, the wait for it ends.</param>
    /// <param name="text">The source text of the condition, for messages. The compiler supplies it.</param>
    [OverloadResolutionPriority(OnlyAsync)]
    public ActionStub Where(Func<JsonElement, Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        return When(new StubCondition($"Where({text})", async ValueTask<string?> (call) =>
            await condition(call.Parameters).WaitAsync(call.Lifetime.Aborted).ConfigureAwait(false) ? null : ""));
    }

    /// <summary>
    /// Restricts the stub to calls with exactly the parameters of a given call. Numbers are compared by value; the order of members does
    /// not matter.
    /// </summary>
    /// <param name="call">A call of the same action.</param>
    /// <exception cref="RecoupEmulatorException">The call is of another action, so the stub could never answer a call.</exception>
    public ActionStub WithParameters<T>(ActionCall<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _stub.IsFor(call.Slug)
            ? WithParameters(call.ToJson())
            : throw new RecoupEmulatorException(
                $"The stub is for {Slug}, but the parameters are of a call of {call.Slug}, so the stub could never answer a call.");
    }

    /// <summary>
    /// Restricts the stub to calls with exactly these parameters. Numbers are compared by value; the order of members does not matter.
    /// </summary>
    /// <param name="parameters">A JSON object.</param>
    public ActionStub WithParameters(JsonElement parameters)
    {
        var expected = parameters.Clone();
        return When(new StubCondition(
            $"WithParameters({Excerpt.Of(expected.GetRawText())})", call => JsonDifference.Describe(expected, call.Parameters))
        { Members = expected });
    }

    /// <summary>Restricts the stub to calls that act for an account.</summary>
    /// <param name="account">The account that the call names, or whose credential it has if it names none.</param>
    public ActionStub For(EmulatedAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        _stub.Account = account;
        return When(new StubCondition($"For({account})", call => call.Account == account ? null : $"it acts for {call.Account}"));
    }

    /// <summary>
    /// The action succeeds. In documented behavior, the payload is the result and must be an object; in deployed behavior, it is the
    /// <c>data</c> of the envelope.
    /// </summary>
    /// <param name="payload">A value that System.Text.Json can serialize: an anonymous object, a <see cref="JsonElement"/>, a
    /// record. A task is awaited.</param>
    [RequiresUnreferencedCode(TestValue.Trimming)]
    public ActionStub Returns(object? payload) => Next(new Returns(TestValue.Of(Slug, payload)));

    /// <inheritdoc cref="Returns(object)"/>
    /// <param name="payload">The payload. A trimmed program can use this overload.</param>
    public ActionStub Returns(JsonElement payload) => ReturnsFilled(Constant(payload));

    /// <summary>The action succeeds with a payload that is computed from the parameters of each call.</summary>
    /// <param name="payload">A function of the parameters as sent. A literal null is JSON's null. A returned task is awaited.</param>
    [RequiresUnreferencedCode(TestValue.Trimming)]
    public ActionStub Returns(Func<JsonElement, object?>? payload) => Next(new Returns(TestValue.Of(Slug, payload)));

    /// <summary>The action succeeds with a payload that an async function computes from the parameters of each call.</summary>
    /// <param name="payload">An async function of the parameters as sent. If the call is canceled, the wait for it ends.</param>
    [RequiresUnreferencedCode(TestValue.Trimming)]
    [OverloadResolutionPriority(OnlyAsync)]
    public ActionStub Returns(Func<JsonElement, Task<object?>> payload) => Next(new Returns(TestValue.Of(Slug, payload)));

    /// <summary>A 200 with exactly this <c>result</c>, in both behaviors, even if it violates the contract.</summary>
    /// <param name="result">Any value that System.Text.Json can serialize. A task is awaited.</param>
    [RequiresUnreferencedCode(TestValue.Trimming)]
    public ActionStub ReturnsRaw(object? result) => Next(new ReturnsRaw(TestValue.Of(Slug, result)));

    /// <inheritdoc cref="ReturnsRaw(object)"/>
    /// <param name="result">The result. A trimmed program can use this overload.</param>
    public ActionStub ReturnsRaw(JsonElement result) => ReturnsRawFilled(Constant(result));

    /// <summary>A 200 with a <c>result</c> that is computed from the parameters of each call.</summary>
    /// <param name="result">A function of the parameters as sent. A literal null is JSON's null. A returned task is awaited.</param>
    [RequiresUnreferencedCode(TestValue.Trimming)]
    public ActionStub ReturnsRaw(Func<JsonElement, object?>? result) => Next(new ReturnsRaw(TestValue.Of(Slug, result)));

    /// <summary>A 200 with a <c>result</c> that an async function computes from the parameters of each call.</summary>
    /// <param name="result">An async function of the parameters as sent. If the call is canceled, the wait for it ends.</param>
    [RequiresUnreferencedCode(TestValue.Trimming)]
    [OverloadResolutionPriority(OnlyAsync)]
    public ActionStub ReturnsRaw(Func<JsonElement, Task<object?>> result) => Next(new ReturnsRaw(TestValue.Of(Slug, result)));

    /// <summary>
    /// A 200 without <c>result</c> (divergence D14). Without that divergence, the call throws a <see cref="RecoupEmulatorException"/>.
    /// </summary>
    public ActionStub ReturnsNothing() => Next(new ReturnsNothing());

    /// <summary>
    /// A 200 that reports a failure of the action: <c>result</c> is <c>{"data": {}, "error": text, "successful": false}</c>.
    /// </summary>
    /// <param name="error">The message of the third-party service.</param>
    public ActionStub Unsuccessful(string error) => Next(new Unsuccessful(error));

    /// <summary>The third-party service fails: 502, or in deployed behavior a 500 that does not name the cause.</summary>
    /// <param name="text">The message of the service.</param>
    /// <param name="status">
    /// The status of the service's response, 200 to 599; 500 by default, which also stands for a dropped connection. It decides how often
    /// the deployed server asks the service (<see cref="Exchange.Executions"/>): three times for 408, 409, 429 and 5xx, else once. A 200
    /// that the server cannot use is an HTML page, or a payload that is no object.
    /// </param>
    public ActionStub FailsUpstream(string text = "the connector failed.", int status = 500)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return Next(new FailsUpstream(text, status));
    }

    /// <summary>
    /// The third-party service does not respond in time: the emulator's clock advances, then the response is 502, or in deployed behavior
    /// 500. The service may have executed the action: once, or in deployed behavior three times, because the server asks three times.
    /// </summary>
    /// <param name="after">
    /// The time that the API waits, in all its tries together. By default 60 seconds; in deployed behavior 181.8 seconds, which is more
    /// than a client waits by default: three tries of 60 seconds, and pauses.
    /// </param>
    public ActionStub TimesOut(TimeSpan? after = null) => Next(new TimesOut(after));

    /// <summary>Delays the next outcome, on the emulator's clock. If there is no next outcome, it delays the default result.</summary>
    /// <param name="delay">The delay; not negative.</param>
    public ActionStub Delays(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        _delay += delay;
        _stub.DelayOfDefault = _delay;
        return this;
    }

    /// <summary>
    /// The action is executed, but its response never arrives. The journal shows the execution; the client cannot know about it.
    /// </summary>
    /// <param name="fault">The fault that destroys the response; a reset by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">With this fault, the request does not arrive either.</exception>
    public ActionStub ExecutesThenLosesReply(TransportFault fault = TransportFault.Reset) =>
        fault is TransportFault.Refused or TransportFault.UnknownHost
            ? throw new ArgumentOutOfRangeException(
                nameof(fault), fault, "With this fault, the request does not arrive, so the action cannot be executed. Use Fails instead.")
            : Next(new LosesReply(fault));

    /// <summary>The network fails. The client sees exactly the exceptions of a real socket.</summary>
    /// <param name="fault">The fault.</param>
    public ActionStub Fails(TransportFault fault) => Next(new FailsOnTheWay(fault));

    /// <summary>A 200 whose body ends in the middle of the JSON, with a matching Content-Length.</summary>
    public ActionStub AnswersMalformedJson() =>
        Next(new AnswersAsIs("answers malformed JSON", 200, "application/json", "{\"success\":true,\"result\":{\"da"));

    /// <summary>An HTML page instead of JSON, as a proxy or a hosting platform sends it.</summary>
    /// <param name="status">The status; 504 by default.</param>
    public ActionStub AnswersHtml(int status = 504) => Next(new AnswersAsIs(
        "answers HTML",
        status,
        "text/html; charset=utf-8",
        $"<!DOCTYPE html><html><head><title>{status}</title></head><body><h1>An error occurred</h1></body></html>"));

    /// <summary>A 200 with JSON that does not have the contract's shape.</summary>
    /// <param name="body">The whole body; <c>{"ok": true}</c> by default.</param>
    [RequiresUnreferencedCode(TestValue.Trimming)]
    public ActionStub AnswersWrongShape(object? body = null) => AnswersAsIs(
        body is null ? "{\"ok\":true}" : TestValue.Serialize(body).GetRawText());

    /// <inheritdoc cref="AnswersWrongShape(object)"/>
    /// <param name="body">The whole body. A trimmed program can use this overload.</param>
    public ActionStub AnswersWrongShape(JsonElement body) => AnswersAsIs(NodeJson.Copy(body).GetRawText());

    /// <summary>Sets the number of calls that the last outcome answers.</summary>
    /// <param name="count">At least 1.</param>
    /// <exception cref="InvalidOperationException">The stub has no outcome yet.</exception>
    public ActionStub Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (_stub.Steps.Count == 0)
        {
            throw new InvalidOperationException(
                "Times applies to the outcome before it, but the stub has no outcome yet. Write, for example, .Returns(…).Times(2).");
        }
        _stub.ChangeLast(step => step with { Times = count });
        return this;
    }

    /// <summary>Returns the stub's start, with the action's slug.</summary>
    public override string ToString() => Slug == Stub.EveryAction ? "OnEveryAction()" : $"On(\"{Slug}\")";

    internal Stub Core => _stub;

    internal bool IsOf(StubBook book) => book.Find(Id) == _stub;

    internal ActionStub When(StubCondition condition)
    {
        _stub.Add(condition);
        return this;
    }

    internal ActionStub ReturnsFilled(Func<JsonElement, JsonElement> payload) =>
        Next(new Returns((parameters, _) => new(payload(parameters))));

    internal ActionStub ReturnsRawFilled(Func<JsonElement, JsonElement> result) =>
        Next(new ReturnsRaw((parameters, _) => new(result(parameters))));

    private static Func<JsonElement, JsonElement> Constant(JsonElement json)
    {
        var copy = NodeJson.Copy(json);
        return _ => copy;
    }

    private ActionStub AnswersAsIs(string body) => Next(new AnswersAsIs("answers the wrong shape", 200, "application/json", body));

    private ActionStub Next(Outcome outcome)
    {
        _stub.Add(new ScriptStep(outcome, _delay));
        _delay = TimeSpan.Zero;
        return this;
    }
}
