using Recoup.Contracts.Learning.Shapes;
using Recoup.Recordings;

namespace Recoup.Contracts.Learning.Inputs;

/// <summary>Files of recordings. They are read as streams: the memory does not depend on their number or size.</summary>
/// <param name="paths">The files.</param>
internal sealed class RecordedFiles(IReadOnlyList<string> paths)
{
    private const int MostActions = 50_000;

    /// <summary>Finds the files that paths and patterns name. A shell expands patterns itself, but not on Windows.</summary>
    /// <exception cref="ContractException">A file does not exist, or no file matches a pattern.</exception>
    public static RecordedFiles Find(IEnumerable<string> patterns)
    {
        var paths = new List<string>();
        foreach (var pattern in patterns)
        {
            if (File.Exists(pattern))
                paths.Add(pattern);
            else if (Path.GetFileName(pattern).AsSpan().IndexOfAny('*', '?') >= 0)
                paths.AddRange(Matching(pattern));
            else
                throw new ContractException(Directory.Exists(pattern)
                    ? $"'{pattern}' is a folder. Give the recordings in it: {Path.Combine(pattern, "*.jsonl")}."
                    : $"There is no file '{pattern}': looked for {Path.GetFullPath(pattern)}. Give a recording that RecoupRecorder wrote.");
        }

        return new RecordedFiles([.. paths.Distinct(StringComparer.Ordinal)]);
    }

    public IReadOnlyList<string> Paths => paths;

    /// <summary>Reads all calls.</summary>
    /// <param name="note">Gets a sentence about what was ignored.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ContractException">A line is broken or belongs to another version, or a file cannot be read.</exception>
    public IEnumerable<RecordedCall> Read(Action<string>? note, CancellationToken cancellation)
    {
        foreach (var path in paths)
        {
            using var calls = Safe(path, () => RecordingReader.Read(path, note, cancellation).GetEnumerator());
            while (Safe(path, calls.MoveNext))
                yield return calls.Current;
        }
    }

    /// <summary>Learns the shapes of all payloads, by slug.</summary>
    /// <inheritdoc cref="Read"/>
    public SortedDictionary<string, ActionResults> Learn(Action<string>? note, CancellationToken cancellation)
    {
        var actions = new SortedDictionary<string, ActionResults>(StringComparer.Ordinal);
        var bySlug = new Dictionary<string, ActionResults>(StringComparer.Ordinal);
        foreach (var call in Read(note, cancellation))
        {
            if (!bySlug.TryGetValue(call.Slug, out var action))
            {
                if (actions.Count == MostActions)
                {
                    throw new ContractException(FormattableString.Invariant(
                        $"{call.Place}: the recordings have more than {MostActions:N0} slugs. Learn from fewer files."));
                }

                bySlug.Add(call.Slug, action = new ActionResults(call.Slug));
                actions.Add(call.Slug, action);
            }

            Learn(call, action);
        }

        foreach (var action in actions.Values)
            action.Shape.Settle();
        return actions;
    }

    private static void Learn(RecordedCall call, ActionResults action)
    {
        var payload = RecordedPayload.Of(call);
        if (payload.Outcome == PayloadOutcome.Payload)
            ShapeReader.Read(payload.Utf8.Span, action.Shape, payload.ReplacedIn(call), action.Budget);
        else if (payload.Outcome == PayloadOutcome.Unsuccessful)
            action.Unsuccessful++;
        else
            action.Failed++;
    }

    private static string[] Matching(string pattern)
    {
        var folder = Path.GetDirectoryName(pattern) is { Length: > 0 } given ? given : ".";
        string[] found = Directory.Exists(folder) ? Directory.GetFiles(folder, Path.GetFileName(pattern)) : [];
        if (found.Length == 0)
            throw new ContractException($"No file matches '{pattern}'. Give a recording that RecoupRecorder wrote.");
        Array.Sort(found, StringComparer.Ordinal);
        return found;
    }

    private static T Safe<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            throw new ContractException(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ContractException($"The recording '{path}' cannot be read: {e.Message}", e);
        }
    }
}
