using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Recoup.Emulator.Core.Json;
using Recoup.Emulator.Core.Messages;
using Recoup.Emulator.Core.Outcomes;
using Recoup.Emulator.Core.Stubs;
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
    // A payload may be deeper than the requests that are read.
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 512 };

    private readonly Stub _stub;
    private TimeSpan _delay;

    internal ActionStub(Stub stub) => _stub = stub;

    /// <summary>The slug of the action; <c>*</c> if the stub is for every action.</summary>
    public string Slug => _stub.Slug;

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
            $"WithParameters({Excerpt.Of(expected.GetRawText())})", call => JsonDifference.Describe(expected, call.Parameters)));
    }

    /// <summary>Restricts the stub to calls that act for an account.</summary>
    /// <param name="account">The account that the call names, or whose credential it has if it names none.</param>
    public ActionStub For(EmulatedAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return When(new StubCondition($"For({account})", call => call.Account == account ? null : $"it acts for {call.Account}"));
    }

    /// <summary>
    /// The action succeeds. In documented behavior, the payload is the result and must be an object; in deployed behavior, it is the
    /// <c>data</c> of the envelope.
    /// </summary>
    /// <param name="payload">A value that System.Text.Json can serialize: an anonymous object, a <see cref="JsonElement"/>, a
    /// record.</param>
    public ActionStub Returns(object? payload)
    {
        var json = ToJson(payload);
        return Next(new Returns(_ => json));
    }

    /// <summary>The action succeeds with a payload that is computed from the parameters of each call.</summary>
    /// <param name="payload">A function of the parameters as sent. A literal null is JSON's null.</param>
    public ActionStub Returns(Func<JsonElement, object?>? payload) => Next(new Returns(Computed(payload)));

    /// <summary>A 200 with exactly this <c>result</c>, in both behaviors, even if it violates the contract.</summary>
    /// <param name="result">Any value that System.Text.Json can serialize.</param>
    public ActionStub ReturnsRaw(object? result)
    {
        var json = ToJson(result);
        return Next(new ReturnsRaw(_ => json));
    }

    /// <summary>A 200 with a <c>result</c> that is computed from the parameters of each call.</summary>
    /// <param name="result">A function of the parameters as sent. A literal null is JSON's null.</param>
    public ActionStub ReturnsRaw(Func<JsonElement, object?>? result) => Next(new ReturnsRaw(Computed(result)));

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
    public ActionStub FailsUpstream(string text = "the connector failed.") => Next(new FailsUpstream(text));

    /// <summary>
    /// The third-party service does not respond in time: the emulator's clock advances, then the response is 502, or in deployed behavior
    /// 500.
    /// </summary>
    /// <param name="after">The time that the API waits; 60 seconds by default.</param>
    public ActionStub TimesOut(TimeSpan? after = null) => Next(new TimesOut(after ?? TimeSpan.FromSeconds(60)));

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
    public ActionStub AnswersWrongShape(object? body = null) => Next(new AnswersAsIs(
        "answers the wrong shape", 200, "application/json", body is null ? "{\"ok\":true}" : ToJson(body).GetRawText()));

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

    internal ActionStub When(StubCondition condition)
    {
        _stub.Add(condition);
        return this;
    }

    private ActionStub Next(Outcome outcome)
    {
        _stub.Add(new ScriptStep(outcome, _delay));
        _delay = TimeSpan.Zero;
        return this;
    }

    private Func<JsonElement, JsonElement> Computed(Func<JsonElement, object?>? compute)
    {
        return parameters =>
        {
            try
            {
                return ToJson(compute?.Invoke(parameters));
            }
            catch (Exception exception) when (exception is not RecoupEmulatorException)
            {
                throw new RecoupEmulatorException(
                    $"The computed result of the stub for {Slug} threw {exception.GetType().Name}: {exception.Message}", exception);
            }
        };
    }

    private static JsonElement ToJson(object? value) => JsonSerializer.SerializeToElement(value, Deep);
}
