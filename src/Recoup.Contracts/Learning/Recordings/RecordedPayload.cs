using System.Text.Json;
using Recoup.Contracts.Learning.Shapes;
using Recoup.Recordings;

namespace Recoup.Contracts.Learning.Recordings;

/// <summary>
/// The payload of a recorded result, as <c>ResultEnvelopeReader</c> of Recoup.Typed reads it: the member <c>data</c> of an envelope, else
/// the result.
/// </summary>
internal readonly ref struct RecordedPayload
{
    private const string Result = "/result";
    private const string Data = "/data";

    private RecordedPayload(PayloadOutcome outcome, ReadOnlyMemory<byte> utf8, string pointer) =>
        (Outcome, Utf8, Pointer) = (outcome, utf8, pointer);

    public PayloadOutcome Outcome { get; }

    /// <summary>The payload; empty unless the outcome is <see cref="PayloadOutcome.Payload"/>. Valid until the next call is read.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The pointer of the payload in the line.</summary>
    private string Pointer { get; }

    public static RecordedPayload Of(RecordedCall call)
    {
        if (call.Status != 200 || call.Result is not { } result)
            return new RecordedPayload(PayloadOutcome.Failed, default, "");
        if (result.Span[0] != (byte)'{')
            return new RecordedPayload(PayloadOutcome.Payload, result, Result);
        var envelope = Envelope.Read(result);
        if (envelope.IsUnsuccessful)
            return new RecordedPayload(PayloadOutcome.Unsuccessful, default, "");
        return envelope.Payload is { } data
            ? new RecordedPayload(PayloadOutcome.Payload, data, Result + Data)
            : new RecordedPayload(PayloadOutcome.Payload, result, Result);
    }

    /// <summary>The values in the payload that the recorder replaced; null if there are none.</summary>
    public ReplacedValues? ReplacedIn(RecordedCall call)
    {
        if (call.Replaced.Count == 0)
            return null;
        var pointer = Pointer;
        return ReplacedValues.Of(call.Replaced
            .Where(replaced => replaced.StartsWith(pointer, StringComparison.Ordinal)
                && (replaced.Length == pointer.Length || replaced[pointer.Length] == '/'))
            .Select(replaced => replaced[pointer.Length..]));
    }

    /// <summary>The members of a result that decide whether it is an envelope. Of members with the same name, the last one counts.</summary>
    private readonly ref struct Envelope
    {
        public bool IsUnsuccessful { get; private init; }

        public ReadOnlyMemory<byte>? Payload { get; private init; }

        public static Envelope Read(ReadOnlyMemory<byte> result)
        {
            var reader = new Utf8JsonReader(result.Span, RecordingFormat.ReaderOptions);
            var (members, hasError) = (0, false);
            var successful = JsonTokenType.None;
            ReadOnlyMemory<byte>? data = null;
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                members++;
                var isData = reader.ValueTextEquals("data"u8);
                var isSuccessful = reader.ValueTextEquals("successful"u8);
                hasError |= reader.ValueTextEquals("error"u8);
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                if (isSuccessful)
                    successful = reader.TokenType;
                reader.Skip();
                if (isData)
                    data = result[start..(int)reader.BytesConsumed];
            }

            var isWhole = hasError && successful != JsonTokenType.None;
            var isShort = successful is JsonTokenType.True or JsonTokenType.False && members == 2;
            return new Envelope { IsUnsuccessful = successful == JsonTokenType.False, Payload = isWhole || isShort ? data : null };
        }
    }
}
