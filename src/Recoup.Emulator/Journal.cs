using System.Text;
using Recoup.Emulator.Core.Journaling;

namespace Recoup.Emulator;

/// <summary>
/// Every exchange with the emulator. A call is every request to execute an action, also one that was refused; an execution is a call
/// that took effect: look at <see cref="Exchange.Executed"/>, or ask for <see cref="Executions()"/>.
/// </summary>
public sealed class Journal
{
    private const int Shown = 20;

    private readonly JournalStore _store;
    private readonly Func<string, string> _known;
    private readonly Func<IReadOnlyList<string>> _secrets;

    internal Journal(JournalStore store, Func<string, string> known, Func<IReadOnlyList<string>> secrets) =>
        (_store, _known, _secrets) = (store, known, secrets);

    /// <summary>How many exchanges were dropped because the journal was full (<see cref="RecoupEmulatorOptions.JournalCapacity"/>).</summary>
    public long Dropped => _store.Dropped;

    /// <summary>Every exchange, in the order of arrival.</summary>
    public IReadOnlyList<Exchange> All() => _store.Recorded;

    /// <summary>Every call of an action, in the order of arrival.</summary>
    /// <param name="slug">The slug of an action of the catalog.</param>
    /// <exception cref="RecoupEmulatorException">The catalog has no such action.</exception>
    public IReadOnlyList<Exchange> All(string slug)
    {
        var known = _known(slug);
        return [.. _store.Recorded.Where(exchange => exchange.Slug == known)];
    }

    /// <summary>Every call of an action, in the order of arrival.</summary>
    /// <param name="action">The generated method, for example <c>GoogleSheets.BatchUpdate</c>.</param>
    /// <exception cref="RecoupEmulatorException">The method is not a generated one.</exception>
    public IReadOnlyList<Exchange> All(Delegate action) => All(ActionSlug.Of(action));

    /// <summary>How many exchanges there were.</summary>
    public int Count() => All().Count;

    /// <summary>How many calls of an action there were.</summary>
    /// <inheritdoc cref="All(string)"/>
    public int Count(string slug) => All(slug).Count;

    /// <summary>How many calls of an action there were.</summary>
    /// <inheritdoc cref="All(Delegate)"/>
    public int Count(Delegate action) => All(action).Count;

    /// <summary>The only exchange.</summary>
    /// <exception cref="RecoupEmulatorException">There were none or several; the message lists them.</exception>
    public Exchange Single() => TheOne(All(), "exchange");

    /// <summary>The only call of an action.</summary>
    /// <param name="slug">The slug of an action of the catalog.</param>
    /// <exception cref="RecoupEmulatorException">There were none or several; the message lists them.</exception>
    public Exchange Single(string slug) => TheOne(All(slug), $"call of {slug}");

    /// <summary>The only call of an action.</summary>
    /// <param name="action">The generated method, for example <c>GoogleSheets.BatchUpdate</c>.</param>
    /// <exception cref="RecoupEmulatorException">There were none or several; the message lists them.</exception>
    public Exchange Single(Delegate action) => Single(ActionSlug.Of(action));

    /// <summary>The exchanges that took effect: executed actions, made and removed connections, staged files.</summary>
    public IReadOnlyList<Exchange> Executions() => [.. All().Where(exchange => exchange.Executed)];

    /// <summary>The calls of an action that executed it.</summary>
    /// <inheritdoc cref="All(string)"/>
    public IReadOnlyList<Exchange> Executions(string slug) => [.. All(slug).Where(exchange => exchange.Executed)];

    /// <summary>The calls of an action that executed it.</summary>
    /// <inheritdoc cref="All(Delegate)"/>
    public IReadOnlyList<Exchange> Executions(Delegate action) => Executions(ActionSlug.Of(action));

    /// <summary>The exchanges of one account: those with its credential and those that acted for it.</summary>
    /// <param name="account">An account of this emulator.</param>
    public IReadOnlyList<Exchange> Of(EmulatedAccount account) =>
        [.. All().Where(exchange => exchange.Caller == account || exchange.Account == account)];

    /// <summary>Demands that an action was executed a number of times.</summary>
    /// <param name="slug">The slug of an action of the catalog.</param>
    /// <param name="times">How often; once by default.</param>
    /// <exception cref="RecoupEmulatorException">It was not; the message tells executions, calls and what became of them.</exception>
    public void ShouldHaveExecuted(string slug, int times = 1)
    {
        RequireComplete();
        var executed = Executions(slug).Count;
        if (executed == times)
            return;
        var calls = All(slug);
        throw new RecoupEmulatorException($"Expected {slug} to be executed {Times(times)}, but it was executed {Times(executed)}."
            + (calls.Count > 0 ? List(calls, "Calls of it") : List(All(), "It was not called. What there was")));
    }

    /// <summary>Demands that an action was executed a number of times.</summary>
    /// <param name="action">The generated method, for example <c>GoogleSheets.BatchUpdate</c>.</param>
    /// <param name="times">How often; once by default.</param>
    /// <exception cref="RecoupEmulatorException">It was not; the message tells executions, calls and what became of them.</exception>
    public void ShouldHaveExecuted(Delegate action, int times = 1) => ShouldHaveExecuted(ActionSlug.Of(action), times);

    /// <summary>Demands that an action was not even called.</summary>
    /// <param name="slug">The slug of an action of the catalog.</param>
    /// <exception cref="RecoupEmulatorException">It was; the message lists the calls.</exception>
    public void ShouldNotHaveCalled(string slug)
    {
        RequireComplete();
        if (All(slug) is { Count: > 0 } calls)
            throw new RecoupEmulatorException($"Expected no call of {slug}, but there {(calls.Count == 1 ? "was one" : $"were {calls.Count}")}.{List(calls, "Calls of it")}");
    }

    /// <summary>Demands that an action was not even called.</summary>
    /// <param name="action">The generated method, for example <c>GoogleSheets.BatchUpdate</c>.</param>
    /// <exception cref="RecoupEmulatorException">It was; the message lists the calls.</exception>
    public void ShouldNotHaveCalled(Delegate action) => ShouldNotHaveCalled(ActionSlug.Of(action));

    /// <summary>Forgets the exchanges so far, for example after a test's preparation.</summary>
    public void Clear() => _store.Clear();

    /// <summary>
    /// The journal as an indented JSON array, for logs and approved texts. Credentials of the emulator's accounts are replaced by
    /// <c>***</c>, wherever they stand.
    /// </summary>
    public string ToJson()
    {
        var json = Encoding.UTF8.GetString(JournalWriter.Write(All()));
        return _secrets().Aggregate(json, (text, secret) => text.Replace(secret, "***", StringComparison.Ordinal));
    }

    private Exchange TheOne(IReadOnlyList<Exchange> exchanges, string what)
    {
        RequireComplete();
        return exchanges.Count == 1 ? exchanges[0] : throw new RecoupEmulatorException(exchanges.Count == 0
            ? $"Expected one {what}, but there was none.{List(All(), "What there was")}"
            : $"Expected one {what}, but there were {exchanges.Count}.{List(exchanges, "They are")}");
    }

    private void RequireComplete()
    {
        if (Dropped > 0)
            throw new RecoupEmulatorException($"The journal was full and has dropped {Dropped} exchanges, so nothing can be proved by counting. Raise JournalCapacity.");
    }

    private static string Times(int count) => count == 1 ? "once" : FormattableString.Invariant($"{count} times");

    private static string List(IReadOnlyList<Exchange> exchanges, string title) => exchanges.Count == 0
        ? " The journal is empty."
        : $"{Environment.NewLine}{title}:{string.Concat(exchanges.Take(Shown).Select(exchange => $"{Environment.NewLine}  {exchange}"))}"
            + (exchanges.Count > Shown ? FormattableString.Invariant($"{Environment.NewLine}  … and {exchanges.Count - Shown} more") : "");
}
