using System.Text;
using System.Text.Json;

namespace Recoup.Catalogs.Rehearsals;

/// <summary>
/// The events of a rehearsal, as lines of JSON. Each process writes a file of its own, so that no two of them write to the same one.
/// </summary>
internal sealed class RehearsalLog(string folder)
{
    private const string Extension = ".events.jsonl";
    private const int MostEvents = 20_000;

    private readonly object _gate = new();
    private readonly HashSet<RehearsalEvent> _known = [];
    private readonly string _path = Path.Combine(folder, Path.GetRandomFileName() + Extension);

    /// <summary>Adds an event. The same event is written once. A log that cannot be written never makes a test fail.</summary>
    public void Add(RehearsalEvent happened)
    {
        lock (_gate)
        {
            if (_known.Count >= MostEvents || !_known.Add(happened))
                return;
            try
            {
                using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read);
                var line = Encode(happened);
                file.Write(line, 0, line.Length);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The tool then says that no event was written.
            }
        }
    }

    /// <summary>The events of all processes, each once. A line that a killed process left incomplete is left out.</summary>
    /// <param name="folder">The folder of the log.</param>
    public static IReadOnlyCollection<RehearsalEvent> Read(string folder)
    {
        var events = new HashSet<RehearsalEvent>();
        foreach (var file in Directory.GetFiles(folder, "*" + Extension))
        {
            foreach (var line in File.ReadLines(file, Encoding.UTF8))
            {
                if (Decode(line) is { } happened)
                    events.Add(happened);
            }
        }

        return events;
    }

    private static byte[] Encode(RehearsalEvent happened)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartArray();
            json.WriteStringValue(happened.Kind.ToString());
            json.WriteStringValue(happened.Subject);
            json.WriteStringValue(happened.Message);
            json.WriteEndArray();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    private static RehearsalEvent? Decode(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement is { ValueKind: JsonValueKind.Array } root && root.GetArrayLength() == 3
                && root.EnumerateArray().All(part => part.ValueKind == JsonValueKind.String)
                && Enum.TryParse<RehearsalEventKind>(root[0].GetString(), out var kind)
                ? new RehearsalEvent(kind, root[1].GetString()!, root[2].GetString()!)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
