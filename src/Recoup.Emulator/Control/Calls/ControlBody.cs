using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;
using Recoup.Emulator.Core.Formats;
using Recoup.Emulator.Core.Messages;
using Recoup.Emulator.Worlds;

namespace Recoup.Emulator.Control.Calls;

/// <summary>Reads the body of a request.</summary>
internal static class ControlBody
{
    public const string Json = "application/json";

    public const int MaxJson = WorldLimits.Bytes;

    /// <summary>Reads a body, without the byte order mark that it may begin with.</summary>
    /// <exception cref="ControlProblem">The body has another media type, or is too large, or breaks off.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, string mediaType, int most)
    {
        var given = request.ContentType ?? "";
        if (mediaType == Json ? !MediaType.IsJson(given) : !given.StartsWith(mediaType, StringComparison.OrdinalIgnoreCase))
            throw new ControlProblem(415, $"Content-Type: expected {mediaType}, got '{Excerpt.Of(given, 100)}'.");
        if (request.ContentLength > most)
            throw TooLarge(most);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted).ConfigureAwait(false)) > 0)
            {
                body.Write(buffer.AsSpan(0, read));
                if (body.Length > most)
                    throw TooLarge(most);
            }
        }
        catch (IOException) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            throw new ControlProblem(400, "The body breaks off.");
        }

        var utf8 = body.GetBuffer().AsMemory(0, (int)body.Length);
        return utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
    }

    /// <summary>Parses a JSON body, whose values say where they are.</summary>
    /// <exception cref="ControlProblem">The body is not JSON.</exception>
    public static WorldValue Parse(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
            throw NotJson(PositionedJson.PositionIn(utf8, ValidBytes(utf8.Span)), "it is not UTF-8");
        var document = PositionedJson.Parse(utf8, out var error);
        if (document is not null && error is null)
            return new WorldValue(document.Root, "", new WorldProblems(path: null));
        var offset = error?.Offset ?? 0;
        var position = document?.PositionOf(offset) ?? PositionedJson.PositionIn(utf8, offset);
        throw NotJson(position, error is null ? "it is empty" : ForeignText.Describe(utf8, error));
    }

    /// <exception cref="ControlProblem">Problems of the value were reported.</exception>
    public static void Require(WorldValue value)
    {
        if (value.Problems.InOrder is { Count: > 0 } problems)
            throw ControlProblem.Of(problems);
    }

    /// <exception cref="ControlProblem">The body is nested too deeply.</exception>
    public static void RequireDepth(ReadOnlyMemory<byte> utf8, int most)
    {
        var reader = new Utf8JsonReader(utf8.Span, new JsonReaderOptions { MaxDepth = PositionedJson.MaxDepth });
        while (reader.Read())
        {
            if (reader.CurrentDepth >= most)
                throw new ControlProblem(400, FormattableString.Invariant($"The body: expected at most {most} levels, got more."));
        }
    }

    private static int ValidBytes(ReadOnlySpan<byte> utf8)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(utf8[valid..], out _, out var length) == OperationStatus.Done)
            valid += length;
        return valid;
    }

    private static ControlProblem NotJson(TextPosition position, string reason)
    {
        var problem = new WorldProblem(position, null, $"The body is not JSON: {reason}.");
        return new ControlProblem(400, problem.Text) { Errors = [problem] };
    }

    private static ControlProblem TooLarge(int most) => new(413, $"The body has more than {most >> 20} MiB. Send a smaller one.");
}
