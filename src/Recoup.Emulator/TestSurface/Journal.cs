using System.Diagnostics;
using System.Text;
using Recoup.Emulator.Core.Exchanges;
using Recoup.Emulator.TestSurface;
using Recoup.Recordings;

namespace Recoup.Emulator;

/// <summary>
/// Records every exchange with the emulator. A <em>call</em> is a request to execute an action, even if it was refused. An
/// <em>execution</em> is a call that took effect: see <see cref="Exchange.Executed"/> and <see cref="Executions()"/>.
/// </summary>
[StackTraceHidden]
public sealed class Journal
{
    private const int Shown = 20;

    private readonly JournalStore _store;
    private readonly TimeProvider _clock;
    private readonly Func<string, string> _known;
    private readonly Func<IReadOnlyList<string>> _secrets;

    internal Journal(JournalStore store, TimeProvider clock, Func<string, string> known, Func<IReadOnlyList<string>> secrets) =>
        (_store, _clock, _known, _secrets) = (store, clock, known, secrets);

    /// <summary>
    /// The number of exchanges that were dropped since the start, or since <see cref="Clear"/>, because the journal was full
    /// (<see cref="RecoupEmulatorOptions.JournalCapacity"/>).
    /// </summary>
    public long Dropped => _store.Dropped;

    /// <summary>Returns every exchange, in the order of arrival. Each call creates the objects anew.</summary>
    public IReadOnlyList<Exchange> All() => _store.Recorded();

    /// <summary>Returns every call of an action, in the order of arrival.</summary>
    /// <param name="slug">The slug of an action of the catalog.</param>
    /// <exception cref="RecoupEmulatorException">The catalog has no such action.</exception>
    public IReadOnlyList<Exchange> All(string slug) => _store.Recorded(_known(slug));

    /// <summary>Returns every call of an action, in the order of arrival.</summary>
    /// <param name="action">The generated method, for example <c>GoogleSheets.BatchUpdate</c>.</param>
    /// <exception cref="RecoupEmulatorException">The method is not generated from an action.</exception>
    public IReadOnlyList<Exchange> All(Delegate action) => All(ActionSlug.Of(action));

    /// <summary>Counts the exchanges.</summary>
    /// <exception cref="RecoupEmulatorException">The journal was full and dropped exchanges, so the number would be wrong.</exception>
    public int Count() => Complete(_store.Count);

    /// <summary>Counts the calls of an action.</summary>
    /// <param name="slug">The slug of an action of the catalog.</param>
    /// <exception cref="RecoupEmulatorException">The catalog has no such action, or the journal was full and dropped exchanges.</exception>
    public int Count(string slug) => Complete(All(slug).Count);

    /// <summary>Counts the calls of an action.</summary>
    /// <param name="action">The generated method, for example <c>GoogleSheets.BatchUpdate</c>.</param>
    /// <exception cref="RecoupEmulatorException">
    /// The method is not generated from an action, or the journal was full and dropped exchanges.
    /// </exception>
    public int Count(Delegate action) => Count(ActionSlug.Of(action));

    /// <summary>Returns the only exchange.</summary>
    /// <exception cref="RecoupEmulatorException">There was none, or more than one; the message lists them.</exception>
    public Exchange Single() => TheOne(All(), "exchange");

    /// <summary>Returns the only call of an action.</summary>
    /// <param name="slug">The slug of an action of the catalog.</param>
    /// <exception cref="RecoupEmulatorException">There was none, or more than one; the message lists them.</exception>
    public Exchange Single(string slug) => TheOne(All(slug), $"call of {slug}");

    /// <summary>Returns the only call of an action.</summary>
    /// <param name="action">The generated method, for example <c>GoogleSheets.BatchUpdate</c>.</param>
    /// <exception cref="RecoupEmulatorException">There was none, or more than one; the message lists them.</exception>
    public Exchange Single(Delegate action) => Single(ActionSlug.Of(action));

    /// <summary>Returns the exchanges that took effect: executed actions, created and removed connections, staged files.</summary>
    public IReadOnlyList<Exchange> Executions() => [.. All().Where(exchange => exchange.Executed)];

    /// <summary>Returns the calls of an action that executed it.</summary>
    /// <inheritdoc cref="All(string)"/>
    public IReadOnlyList<Exchange> Executions(string slug) => [.. All(slug).Where(exchange => exchange.Executed)];

    /// <summary>Returns the calls of an action that executed it.</summary>
    /// <inheritdoc cref="All(Delegate)"/>
    public IReadOnlyList<Exchange> Executions(Delegate action) => Executions(ActionSlug.Of(action));

    /// <summary>Returns the exchanges of one account: those with its credential and those that acted for it.</summary>
    /// <param name="account">An account of this emulator.</param>
    public IReadOnlyList<Exchange> Of(EmulatedAccount account) =>
        [.. All().Where(exchange => exchange.Caller == account || exchange.Account == account)];

    /// <summary>
    /// Throws unless an action was executed exactly a given number of times. A call that failed at the third-party service counts, because
    /// the service may have executed it, and counts three times where the deployed server asks three times: see
    /// <see cref="Exchange.Executions"/>.
    /// </summary>
    /// <param name="slug">The slug of an action of the catalog.</param>
    /// <param name="times">The expected number; 1 by default.</param>
    /// <exception cref="RecoupEmulatorException">The number differs; the message lists the calls and their results.</exception>
    public void ShouldHaveExecuted(string slug, int times = 1)
    {
        RequireComplete();
        var calls = All(slug);
        var executed = calls.Sum(call => call.Executions);
        if (executed == times)
            return;
        var repeated = calls.Any(call => call.Executions > 1)
            ? " The API asks a third-party service that fails or does not respond several times, and each time may execute the action."
            : "";
        throw new RecoupEmulatorException($"Expected {slug} to be executed {Times(times)}, but it was executed {Times(executed)}.{repeated}"
            + (calls.Count > 0 ? List(calls, "Its calls") : List(All(), "It was not called. All exchanges")));
    }

    /// <inheritdoc cref="ShouldHaveExecuted(string, int)"/>
    /// <param name="action">The generated method, for example <c>GoogleSheets.BatchUpdate</c>.</param>
    /// <param name="times">The expected number; 1 by default.</param>
    /// <exception cref="RecoupEmulatorException">The number differs; the message lists the calls and their results.</exception>
    public void ShouldHaveExecuted(Delegate action, int times = 1) => ShouldHaveExecuted(ActionSlug.Of(action), times);

    /// <summary>Throws if an action was called, even without being executed.</summary>
    /// <param name="slug">The slug of an action of the catalog.</param>
    /// <exception cref="RecoupEmulatorException">The action was called; the message lists the calls.</exception>
    public void ShouldNotHaveCalled(string slug)
    {
        RequireComplete();
        if (All(slug) is { Count: > 0 } calls)
        {
            var count = calls.Count == 1 ? "was one" : $"were {calls.Count}";
            throw new RecoupEmulatorException($"Expected no call of {slug}, but there {count}.{List(calls, "Its calls")}");
        }
    }

    /// <summary>Throws if an action was called, even without being executed.</summary>
    /// <param name="action">The generated method, for example <c>GoogleSheets.BatchUpdate</c>.</param>
    /// <exception cref="RecoupEmulatorException">The action was called; the message lists the calls.</exception>
    public void ShouldNotHaveCalled(Delegate action) => ShouldNotHaveCalled(ActionSlug.Of(action));

    /// <summary>Removes the exchanges so far, for example after the setup of a test.</summary>
    public void Clear() => _store.Clear();

    /// <summary>
    /// Writes the journal as an indented JSON array, for logs and approved texts. All credentials of the emulator's accounts are replaced
    /// by <c>***</c>.
    /// </summary>
    public string ToJson()
    {
        var json = Encoding.UTF8.GetString(JournalWriter.Write(All()));
        return Credentials.Of(_secrets(), shortest: 1)?.Hide(json) ?? json;
    }

    /// <summary>
    /// Writes the calls of the journal that got a response, refused ones too, as a recording, which
    /// <see cref="RecoupEmulator.Replay(string)"/> and <c>recoup learn</c> read. Secrets and personal data are replaced by
    /// stand-ins. If the file exists, the calls are appended.
    /// </summary>
    /// <param name="path">The path of the file, in JSON Lines.</param>
    /// <exception cref="RecoupEmulatorException">The file cannot be written.</exception>
    public void SaveRecording(string path) => SaveRecording(path, All());

    internal void SaveRecording(string path, IEnumerable<Exchange> exchanges) =>
        JournalRecording.Save(path, exchanges, _secrets(), _clock);

    private Exchange TheOne(IReadOnlyList<Exchange> exchanges, string what)
    {
        RequireComplete();
        return exchanges.Count == 1 ? exchanges[0] : throw new RecoupEmulatorException(exchanges.Count == 0
            ? $"Expected one {what}, but there was none.{List(All(), "All exchanges")}"
            : $"Expected one {what}, but there were {exchanges.Count}.{List(exchanges, "All of them")}");
    }

    private int Complete(int count)
    {
        RequireComplete();
        return count;
    }

    private void RequireComplete()
    {
        if (Dropped > 0)
        {
            throw new RecoupEmulatorException(
                $"The journal was full and dropped {Dropped} exchanges, so its counts are not reliable. Raise JournalCapacity or "
                + "JournalMaxBytes.");
        }
    }

    private static string Times(int count) => count == 1 ? "once" : FormattableString.Invariant($"{count} times");

    private static string List(IReadOnlyList<Exchange> exchanges, string title) => exchanges.Count == 0
        ? " The journal is empty."
        : $"{Environment.NewLine}{title}:{string.Concat(exchanges.Take(Shown).Select(exchange => $"{Environment.NewLine}  {exchange}"))}"
            + (exchanges.Count > Shown ? FormattableString.Invariant($"{Environment.NewLine}  … and {exchanges.Count - Shown} more") : "");
}
