using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Connections;
using Recoup.Emulator.Core.Errors;

namespace Recoup.Emulator.Core.Requests;

/// <summary>Reads a body once, within limits. Later stages can rely on valid UTF-8, a bounded depth and no lone surrogates.</summary>
internal static class RequestBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="OperationCanceledException">The caller left before the whole body had arrived.</exception>
    public static async ValueTask<(JsonElement Json, ApiError? Error)> ReadAsync(
        ApiRequest request, int maxSize, int maxDepth, bool replacesInvalid)
    {
        var reader = request.Body;
        while (true)
        {
            ReadResult read;
            try
            {
                read = await reader.ReadAsync().ConfigureAwait(false);
            }
            catch (IOException exception) when (exception is ConnectionResetException || request.Lifetime.Aborted.IsCancellationRequested)
            {
                // The caller is gone: there is nobody to respond to.
                throw new OperationCanceledException(exception.Message, exception);
            }
            catch (IOException)
            {
                // The body's framing is broken: a chunk without a length, or fewer bytes than announced.
                return (default, ApiError.BodyMalformed("it breaks off."));
            }

            if (read.Buffer.Length > maxSize)
            {
                reader.AdvanceTo(read.Buffer.End);
                return (default, ApiError.BodyTooLarge(maxSize));
            }

            if (read.IsCompleted)
            {
                var result = Parse(read.Buffer, maxDepth, replacesInvalid);
                reader.AdvanceTo(read.Buffer.End);
                await reader.CompleteAsync().ConfigureAwait(false);
                return result;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static (JsonElement, ApiError?) Parse(in ReadOnlySequence<byte> body, int maxDepth, bool replacesInvalid) =>
        body.IsSingleSegment ? Parse(body.FirstSpan, maxDepth, replacesInvalid) : Parse(body.ToArray(), maxDepth, replacesInvalid);

    private static (JsonElement, ApiError?) Parse(ReadOnlySpan<byte> body, int maxDepth, bool replacesInvalid)
    {
        if (body.StartsWith(ByteOrderMark))
            body = body[ByteOrderMark.Length..];
        if (!Utf8.IsValid(body))
        {
            if (!replacesInvalid)
                return (default, ApiError.BodyMalformed("it is not UTF-8."));
            body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body));
        }

        try
        {
            var json = JsonElement.Parse(body, new JsonDocumentOptions { MaxDepth = maxDepth });
            return body.IndexOf("\\u"u8) >= 0 && LoneSurrogates.AreIn(json)
                ? (default, ApiError.BodyMalformed("it has half of a surrogate pair in a string."))
                : (json, null);
        }
        catch (JsonException exception)
        {
            return (default, ApiError.BodyMalformed(Describe(exception, body)));
        }
    }

    private static string Describe(JsonException exception, ReadOnlySpan<byte> body) => body.Trim(" \t\r\n"u8).IsEmpty
        ? "it is empty."
        : FormattableString.Invariant(
            $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}. {FirstSentence(exception.Message)}");

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
