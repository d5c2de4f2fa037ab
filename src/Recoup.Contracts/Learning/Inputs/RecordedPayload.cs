using System.Text.Json;
using Recoup.Contracts.Learning.Shapes;
using Recoup.Recordings;

namespace Recoup.Contracts.Learning.Inputs;

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

    /// <summary>The members of a result that decide whether it is an envelope. Of several with one name, the last one counts.</summary>
    private readonly ref struct Envelope
    {
        public bool IsUnsuccessful { get; private init; }

        public ReadOnlyMemory<byte>? Payload { get; private init; }

        public static Envelope Read(ReadOnlyMemory<byte> result)
        {
            var json = result.Span;
            var (members, hasError) = (0, false);
            ReadOnlySpan<byte> successful = default;
            ReadOnlyMemory<byte>? data = null;
            for (var member = new TopMembers(json); member.Read();)
            {
                members++;
                if (Is(member.RawName, "data"u8))
                    data = result[member.Value];
                else if (Is(member.RawName, "error"u8))
                    hasError = true;
                else if (Is(member.RawName, "successful"u8))
                    successful = json[member.Value];
            }

            var isBoolean = successful.SequenceEqual("true"u8) || successful.SequenceEqual("false"u8);
            var isEnvelope = (hasError && !successful.IsEmpty) || (isBoolean && members == 2);
            return new Envelope { IsUnsuccessful = successful.SequenceEqual("false"u8), Payload = isEnvelope ? data : null };
        }

        private static bool Is(ReadOnlySpan<byte> rawName, ReadOnlySpan<byte> name)
        {
            if (!rawName.Contains((byte)'\\'))
                return rawName.SequenceEqual(name);
            var reader = new Utf8JsonReader([(byte)'"', .. rawName, (byte)'"']);
            return reader.Read() && reader.ValueTextEquals(name);
        }
    }
}
