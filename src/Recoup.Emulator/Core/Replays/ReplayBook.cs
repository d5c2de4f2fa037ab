using System.Globalization;
using System.Text.Json;
using Recoup.Emulator.Core.Json;
using Recoup.Emulator.Core.Stubs;
using Recoup.Recordings;

namespace Recoup.Emulator.Core.Replays;

/// <summary>The recordings that answer the calls of one emulator.</summary>
internal sealed class ReplayBook(TimeProvider clock, bool isStrict)
{
    private const long MostBytes = 256 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<ReplayedCall>> _calls = [];
    private long _bytes;
    private bool _failsWithoutRecording;

    /// <summary>Adds the calls of a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="options">How they answer.</param>
    /// <exception cref="RecoupEmulatorException">The file cannot be read, or is too large.</exception>
    public void Add(string path, ReplayOptions options)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new RecoupEmulatorException("The path of the recording is empty.");
        Add(() => RecordingReader.Read(path, options.Note ?? (_ => { })), path, options);
    }

    /// <summary>Adds the calls of the whole content of a file. If it cannot be read, or has no call, nothing is added.</summary>
    /// <param name="content">The content, in JSON Lines.</param>
    /// <param name="name">The name of the content in messages.</param>
    /// <param name="options">How the calls answer.</param>
    /// <exception cref="RecoupEmulatorException">The content cannot be read, has no call, or is too large.</exception>
    public void Add(Stream content, string name, ReplayOptions options) =>
        Add(() => AtLeastOne(RecordingReader.Read(content, name), name), name, options);

    // Recorders replace half of a surrogate pair. Strings with one cannot be compared, and are no parameters that the emulator accepts.
    private static void RequireText(RecordedCall call)
    {
        (string Name, ReadOnlyMemory<byte>? Json)[] members =
        [
            (RecordingFormat.Parameters, call.Parameters), (RecordingFormat.Result, call.Result), (RecordingFormat.Error, call.Error),
        ];
        foreach (var (name, json) in members)
        {
            if (json is { } value && !JsonTexts.AreWhole(value.Span))
                throw new RecoupEmulatorException($"{call.Place}: \"{name}\" contains half of a surrogate pair.");
        }
    }

    private static IEnumerable<RecordedCall> AtLeastOne(IEnumerable<RecordedCall> calls, string name)
    {
        var count = 0;
        foreach (var call in calls)
        {
            count++;
            yield return call;
        }

        if (count == 0)
            throw new RecoupEmulatorException($"{name}: expected at least one recorded call, got none.");
    }

    private void Add(Func<IEnumerable<RecordedCall>> read, string name, ReplayOptions options)
    {
        try
        {
            var (added, bytes) = (new List<ReplayedCall>(), Volatile.Read(ref _bytes));
            foreach (var call in read())
            {
                bytes += call.Parameters.Length + (call.Result?.Length ?? 0) + (call.Error?.Length ?? 0);
                if (bytes > MostBytes)
                {
                    throw new RecoupEmulatorException(string.Create(CultureInfo.InvariantCulture,
                        $"{call.Place}: the recordings have more than {MostBytes:N0} bytes, too many to answer calls from memory. Replay a "
                        + $"file with the calls of this test only; each line stands for itself, so grep can select them."));
                }

                RequireText(call);
                added.Add(new ReplayedCall(call, options));
            }

            lock (_gate)
            {
                foreach (var call in added)
                    Add(call);
                _bytes = bytes;
                _failsWithoutRecording |= options.Misses == ReplayMiss.Fail;
            }
        }
        catch (InvalidDataException exception)
        {
            throw new RecoupEmulatorException(exception.Message, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecoupEmulatorException($"{name}: the recording cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// Finds the answer to a call. Several recordings of equal calls answer in the order in which they were recorded, and the last one
    /// answers all further calls. Those with equal values go before those with stand-ins, and expired ones answer nothing.
    /// </summary>
    /// <exception cref="RecoupEmulatorException">The recording has expired.</exception>
    public Replay Find(StubCall call)
    {
        lock (_gate)
        {
            if (!_calls.TryGetValue(call.Slug, out var recorded))
                return new Replay(null, null, _failsWithoutRecording);
            var equal = recorded.FindAll(candidate => !candidate.Differences(call.Parameters).Any());
            if (equal.Count == 0)
                return Missed(recorded, call.Parameters);
            var fresh = equal.FindAll(IsFresh);
            if (fresh.Count == 0)
                throw Expired(equal.MaxBy(candidate => candidate.Time)!);
            if (fresh.Exists(candidate => candidate.HasEqual(call.Parameters)))
                fresh.RemoveAll(candidate => !candidate.HasEqual(call.Parameters));
            var next = fresh.Find(candidate => !candidate.IsUsed) ?? fresh[^1];
            next.IsUsed = true;
            return new Replay(new ScriptStep(new AnswersAsRecorded(next)), null, false);
        }
    }

    private Replay Missed(List<ReplayedCall> recorded, JsonElement parameters)
    {
        var text = parameters.GetRawText();
        var nearest = recorded
            .OrderBy(candidate => candidate.Differences(parameters).Count())
            .ThenByDescending(candidate => Common(candidate.Parameters.GetRawText(), text))
            .First();
        var which = recorded.Count == 1
            ? "The only recording"
            : string.Create(CultureInfo.InvariantCulture, $"The nearest of {recorded.Count} recordings");
        var miss = $"{which} of this action, {nearest.Place}, differs at {JsonDifference.Describe(nearest.Differences(parameters))}.";
        return new Replay(null, miss, (nearest.Options.Misses ?? (isStrict ? ReplayMiss.Fail : ReplayMiss.Sample)) == ReplayMiss.Fail);
    }

    /// <summary>The number of characters with which two texts begin and end alike.</summary>
    private static int Common(string one, string other)
    {
        var start = one.AsSpan().CommonPrefixLength(other);
        var most = Math.Min(one.Length, other.Length) - start;
        var end = 0;
        while (end < most && one[^(end + 1)] == other[^(end + 1)])
            end++;
        return start + end;
    }

    private bool IsFresh(ReplayedCall call) => call.Options.Expires is not { } limit || clock.GetUtcNow() - call.Time <= limit;

    private RecoupEmulatorException Expired(ReplayedCall call) => new(string.Create(CultureInfo.InvariantCulture,
        $"{call.Place}: the recording of {call.Slug} is from {call.Time.UtcDateTime:yyyy-MM-dd HH:mm} and "
        + $"{Show(clock.GetUtcNow() - call.Time)} old, and it expires after {Show(call.Options.Expires!.Value)}. Record the call again, or "
        + $"allow recordings to be older."));

    private static string Show(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalDays):0} days"),
        { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalHours):0} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} minutes"),
    };

    private void Add(ReplayedCall call)
    {
        if (!_calls.TryGetValue(call.Slug, out var calls))
            _calls.Add(call.Slug, calls = []);
        calls.Add(call);
    }
}

/// <summary>What the recordings say to a call.</summary>
/// <param name="Step">The answer; null if no recording has equal parameters.</param>
/// <param name="Miss">How the nearest recording differs; null if there is an answer, or no recording of the action.</param>
/// <param name="Fails">Whether the call fails.</param>
internal sealed record Replay(ScriptStep? Step, string? Miss, bool Fails);
