using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Recoup.Emulator.Core.Exchanges;

namespace Recoup.Emulator.Control.Events;

/// <summary>
/// Writes exchanges as events. All listeners at the same position get the same batch, so each exchange is written once. A slow listener
/// reads from the journal later, so listeners take no memory.
/// </summary>
/// <param name="journal">The journal.</param>
internal sealed class EventBatches(JournalStore journal)
{
    private const int MostExchanges = 512;
    private const int EnoughBytes = 256 * 1024;
    private const int MostBatches = 64;

    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly Lock _gate = new();
    private readonly EventBatch?[] _recent = new EventBatch?[MostBatches];
    private int _next;

    /// <summary>
    /// Names this journal in the ids of events, so that an id of another emulator, or of one before it on the same port, is recognized.
    /// </summary>
    public string Run { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    /// <summary>The exchanges from a position on; null if there are none yet.</summary>
    public EventBatch? From(long position)
    {
        lock (_gate)
        {
            foreach (var recent in _recent)
            {
                // The journal may have been cleared since.
                if (recent?.Start == position && journal.Has(position))
                    return recent;
            }

            var (start, exchanges) = journal.From(position, MostExchanges);
            if (exchanges.Count == 0)
                return null;
            var batch = Write(start, exchanges);
            _recent[_next] = batch;
            _next = (_next + 1) % MostBatches;
            return batch;
        }
    }

    /// <summary>The position after an event; null if the id is not one of this journal.</summary>
    public long? After(string id) =>
        id.Split('-') is [var run, var position] && run == Run
        && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var after) && after <= journal.End
            ? after
            : null;

    private EventBatch Write(long start, IReadOnlyList<Exchange> exchanges)
    {
        var buffer = new ArrayBufferWriter<byte>(exchanges.Count * 256);
        using var writer = new Utf8JsonWriter(buffer, Writing);
        var end = start;
        foreach (var exchange in exchanges.TakeWhile(_ => buffer.WrittenCount < EnoughBytes))
        {
            end++;
            buffer.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"event: exchange\nid: {Run}-{end}\ndata: ")));
            ExchangeJson.WriteSummary(writer, exchange);
            writer.Flush();
            writer.Reset();
            buffer.Write("\n\n"u8);
        }

        return new EventBatch(start, end, buffer.WrittenSpan.ToArray());
    }
}
