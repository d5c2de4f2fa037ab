using System.Runtime.CompilerServices;
using System.Text.Json;
using Recoup.Emulator.Core.Outcomes;
using Recoup.Emulator.Core.Scripting;
using Recoup.Typed;

namespace Recoup.Emulator;

/// <summary>
/// What a test scripts for the calls of one action: conditions first, then one outcome after the other. An outcome answers one call
/// unless <see cref="Times"/> says otherwise; the last one answers every further call. Of several stubs that match a call the latest
/// answers; one whose outcomes are used up leaves the call to the next.
/// </summary>
/// <example>
/// <code>
/// emulator.On(GoogleSheets.BatchUpdate).FailsUpstream("quota exceeded").Times(2).Then.Returns(new { updatedCells = 4 });
/// </code>
/// </example>
public sealed class ActionStub
{
    private readonly Stub _stub;
    private TimeSpan _delay;

    internal ActionStub(Stub stub) => _stub = stub;

    /// <summary>The slug of the action.</summary>
    public string Slug => _stub.Slug;

    /// <summary>How many calls this stub has answered so far.</summary>
    public int Uses => _stub.Uses;

    /// <summary>Reads well between two outcomes; does nothing.</summary>
    public ActionStub Then => this;

    /// <summary>Answers only calls whose parameters meet a condition.</summary>
    /// <param name="condition">Gets the parameters as they were sent.</param>
    /// <param name="text">The condition's source text, for messages; the compiler fills it in.</param>
    public ActionStub Where(Func<JsonElement, bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        return When(new StubCondition($"Where({text})", call => condition(call.Parameters) ? null : ""));
    }

    /// <summary>Answers only calls with exactly the parameters of another call. Numbers count by value, the order of members does not.</summary>
    /// <param name="call">A call of the same action.</param>
    /// <exception cref="RecoupEmulatorException">The call is of another action: the stub could never answer.</exception>
    public ActionStub WithParameters<T>(ActionCall<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.Slug == Slug
            ? WithParameters(call.ToJson())
            : throw new RecoupEmulatorException($"The stub is for {Slug}, the parameters are of a call of {call.Slug}: it could never answer.");
    }

    /// <summary>Answers only calls with exactly these parameters. Numbers count by value, the order of members does not.</summary>
    /// <param name="parameters">A JSON object.</param>
    public ActionStub WithParameters(JsonElement parameters)
    {
        var expected = parameters.Clone();
        return When(new StubCondition(
            $"WithParameters({Core.Complaints.Shorten(expected.GetRawText())})", call => JsonDifference.Describe(expected, call.Parameters)));
    }

    /// <summary>Answers only calls that act for an account.</summary>
    /// <param name="account">The account the call names, or whose credential it has when it names none.</param>
    public ActionStub For(EmulatedAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return When(new StubCondition($"For({account})", call => call.Account == account ? null : $"it acts for {call.Account}"));
    }

    /// <summary>The action succeeds. Documented, the payload is the result and has to be an object; deployed, it is the <c>data</c> of the envelope.</summary>
    /// <param name="payload">Anything System.Text.Json can write: an anonymous object, a <see cref="JsonElement"/>, a record.</param>
    public ActionStub Returns(object? payload)
    {
        var json = ToJson(payload);
        return Next(new Returns(_ => json));
    }

    /// <summary>The action succeeds with a payload computed from the parameters of each call.</summary>
    /// <param name="payload">Gets the parameters as they were sent. A literal null is JSON's null.</param>
    public ActionStub Returns(Func<JsonElement, object?>? payload) => Next(new Returns(Computed(payload)));

    /// <summary>A 200 whose <c>result</c> is exactly this, in both behaviors, whatever the contract says.</summary>
    /// <param name="result">Anything System.Text.Json can write.</param>
    public ActionStub ReturnsRaw(object? result)
    {
        var json = ToJson(result);
        return Next(new ReturnsRaw(_ => json));
    }

    /// <summary>A 200 whose <c>result</c> is computed from the parameters of each call.</summary>
    /// <param name="result">Gets the parameters as they were sent. A literal null is JSON's null.</param>
    public ActionStub ReturnsRaw(Func<JsonElement, object?>? result) => Next(new ReturnsRaw(Computed(result)));

    /// <summary>A 200 without <c>result</c> (divergence D14). Where the behavior has no such answer the call is a <see cref="RecoupEmulatorException"/>.</summary>
    public ActionStub ReturnsNothing() => Next(new ReturnsNothing());

    /// <summary>A 200 that says the action failed: <c>result</c> is <c>{"data": {}, "error": text, "successful": false}</c>.</summary>
    /// <param name="error">What the third-party service says.</param>
    public ActionStub Unsuccessful(string error) => Next(new Unsuccessful(error));

    /// <summary>The third-party service fails: 502; deployed, a 500 that does not name the cause.</summary>
    /// <param name="text">What the service says.</param>
    public ActionStub FailsUpstream(string text = "the connector failed.") => Next(new FailsUpstream(text));

    /// <summary>The third-party service does not answer in time: the emulator's clock advances, then 502; deployed, 500.</summary>
    /// <param name="after">How long the API waits; 60 seconds by default.</param>
    public ActionStub TimesOut(TimeSpan? after = null) => Next(new TimesOut(after ?? TimeSpan.FromSeconds(60)));

    /// <summary>Delays the outcome that follows, on the emulator's clock. Without one that follows, the default result.</summary>
    /// <param name="delay">Not negative.</param>
    public ActionStub Delays(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        _delay += delay;
        _stub.DelayOfDefault = _delay;
        return this;
    }

    /// <summary>The action is executed, but its reply never arrives. The journal says that it was executed; the client cannot know.</summary>
    /// <param name="fault">How the reply is lost; a reset by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">With this fault the request would not have arrived.</exception>
    public ActionStub ExecutesThenLosesReply(TransportFault fault = TransportFault.Reset) => fault is TransportFault.Refused or TransportFault.UnknownHost
        ? throw new ArgumentOutOfRangeException(nameof(fault), fault, "With this fault the request would not have arrived, so nothing could have been executed.")
        : Next(new LosesReply(fault));

    /// <summary>The network fails; the client sees exactly what a real socket would show it.</summary>
    /// <param name="fault">How.</param>
    public ActionStub Fails(TransportFault fault) => Next(new FailsOnTheWay(fault));

    /// <summary>A 200 whose body breaks off in the middle of the JSON, under a Content-Length that fits.</summary>
    public ActionStub AnswersMalformedJson() => Next(new AnswersAsIs("answers malformed JSON", 200, "application/json", "{\"success\":true,\"result\":{\"da"));

    /// <summary>An HTML page where JSON was expected, as a proxy or platform sends it.</summary>
    /// <param name="status">The status; 504 by default.</param>
    public ActionStub AnswersHtml(int status = 504) => Next(new AnswersAsIs(
        "answers HTML", status, "text/html; charset=utf-8", $"<!DOCTYPE html><html><head><title>{status}</title></head><body><h1>An error occurred</h1></body></html>"));

    /// <summary>A 200 that is JSON of another shape than the contract's.</summary>
    /// <param name="body">The whole body; <c>{"ok": true}</c> by default.</param>
    public ActionStub AnswersWrongShape(object? body = null) => Next(new AnswersAsIs(
        "answers the wrong shape", 200, "application/json", body is null ? "{\"ok\":true}" : ToJson(body).GetRawText()));

    /// <summary>Says for how many calls the last outcome answers.</summary>
    /// <param name="count">At least 1.</param>
    /// <exception cref="InvalidOperationException">There is no outcome yet.</exception>
    public ActionStub Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (_stub.Steps.Count == 0)
            throw new InvalidOperationException("Times says how often the outcome before it answers; the stub has none yet. Write for example .Returns(…).Times(2).");
        _stub.ChangeLast(step => step with { Times = count });
        return this;
    }

    /// <summary>The action's slug.</summary>
    public override string ToString() => $"On(\"{Slug}\")";

    private ActionStub When(StubCondition condition)
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
                throw new RecoupEmulatorException($"The computed result of the stub for {Slug} threw {exception.GetType().Name}: {exception.Message}", exception);
            }
        };
    }

    private static JsonElement ToJson(object? value) => JsonSerializer.SerializeToElement(value);
}
