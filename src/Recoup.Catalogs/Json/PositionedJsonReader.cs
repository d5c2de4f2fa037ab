using System.Text.Json;
using Token = Recoup.Catalogs.Json.PositionedJson.Token;

namespace Recoup.Catalogs.Json;

/// <summary>Reads text into the flat token array of a <see cref="PositionedJson"/>. Keeps what comes before an error.</summary>
internal static class PositionedJsonReader
{
    private static readonly JsonReaderOptions Bounded = new() { MaxDepth = PositionedJson.MaxDepth };
    private static readonly JsonReaderOptions Unbounded = new() { MaxDepth = int.MaxValue };

    // About 16 KB of a real catalog.
    private const int TokensBetweenChecks = 1024;

    /// <summary>Reads a text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="start">Where the value starts. Only a text that starts at 0 must end with its value.</param>
    /// <param name="prunes">Whether containers that are nested too deeply are emptied. Otherwise, such a text is an error.</param>
    /// <param name="error">Why the text is not JSON, or null.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public static TokenList Read(
        ReadOnlyMemory<byte> utf8, int start, bool prunes, out JsonSyntaxError? error, CancellationToken cancellation)
    {
        // A token takes 15 to 22 bytes of a real catalog, so that the list rarely grows.
        var tokens = new TokenList(start == 0 ? (utf8.Length / 14) + 4 : 64);
        var open = new Stack<int>();
        var reader = new Utf8JsonReader(utf8.Span[start..], prunes ? Unbounded : Bounded);
        error = null;
        try
        {
            while ((start == 0 || tokens.Count == 0 || open.Count > 0) && reader.Read())
            {
                if (tokens.Count % TokensBetweenChecks == 0)
                    cancellation.ThrowIfCancellationRequested();
                Take(ref reader, start, tokens, open);
                if (open.Count > PositionedJson.MaxDepth)
                    SkipContent(ref reader, start, tokens, open, cancellation);
            }
        }
        catch (JsonException e)
        {
            error = !prunes && open.Count == PositionedJson.MaxDepth && e.Message.Contains("depth")
                ? new JsonSyntaxError($"it is nested more than {PositionedJson.MaxDepth} levels deep", OffsetOf(e, utf8.Span, start))
                : Describe(e, utf8.Span, start, open.Count > 0 || tokens.Count == 0);
            CloseAt(error.Offset, tokens, open);
        }

        return tokens;
    }

    private static void Take(ref Utf8JsonReader reader, int start, TokenList tokens, Stack<int> open)
    {
        var offset = start + (int)reader.TokenStartIndex;
        var end = start + (int)reader.BytesConsumed;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
            case JsonTokenType.StartArray:
                open.Push(tokens.Count);
                var kind = reader.TokenType == JsonTokenType.StartObject ? JsonValueKind.Object : JsonValueKind.Array;
                tokens.Add(new Token(kind, offset, 0, 0, false));
                break;
            case JsonTokenType.EndObject:
            case JsonTokenType.EndArray:
                var first = open.Pop();
                tokens[first] = tokens[first] with { Length = end - tokens[first].Offset, Next = tokens.Count };
                break;
            default:
                // BytesConsumed runs past the colon of a property name: count the quotes instead.
                var isText = reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String;
                var length = reader.ValueSpan.Length + (isText ? 2 : 0);
                tokens.Add(new Token(
                    KindOf(reader.TokenType), offset, length, tokens.Count + 1, isText && reader.ValueSpan.IndexOf((byte)'\\') >= 0));
                break;
        }
    }

    // Reads to the end of a container and keeps nothing of it.
    private static void SkipContent(
        ref Utf8JsonReader reader, int start, TokenList tokens, Stack<int> open, CancellationToken cancellation)
    {
        var depth = reader.CurrentDepth;
        reader.Read();
        if (reader.CurrentDepth > depth)
            tokens.Pruned.Add(open.Peek());
        for (var skipped = 1; reader.CurrentDepth > depth; skipped++)
        {
            if (skipped % TokensBetweenChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            reader.Read();
        }

        Take(ref reader, start, tokens, open);
    }

    private static JsonValueKind KindOf(JsonTokenType type) => type switch
    {
        JsonTokenType.PropertyName or JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };

    private static void CloseAt(int offset, TokenList tokens, Stack<int> open)
    {
        while (open.Count > 0)
        {
            var start = open.Pop();

            // A property name without a value is dropped.
            if (tokens[start].Kind == JsonValueKind.Object && DirectChildren(tokens, start) % 2 == 1)
                tokens.RemoveLast();
            tokens.Cut.Add(start);
            tokens[start] = tokens[start] with { Length = Math.Max(1, offset - tokens[start].Offset), Next = tokens.Count };
        }
    }

    private static int DirectChildren(TokenList tokens, int start)
    {
        var count = 0;
        for (var i = start + 1; i < tokens.Count; i = tokens[i].Next)
            count++;
        return count;
    }

    private static int OffsetOf(JsonException e, ReadOnlySpan<byte> utf8, int start)
    {
        var offset = start;
        for (var line = e.LineNumber ?? 0; line > 0; line--)
            offset += utf8[offset..].IndexOf((byte)'\n') + 1;
        return Math.Min(offset + (int)(e.BytePositionInLine ?? 0), utf8.Length);
    }

    private static JsonSyntaxError Describe(JsonException e, ReadOnlySpan<byte> utf8, int start, bool incomplete)
    {
        var offset = OffsetOf(e, utf8, start);

        // After a comma, the framework points at the comma and words the error differently.
        if (incomplete && e.Message.Contains("reached end of data"))
            offset = utf8.Length;
        if (incomplete && IsBlank(utf8[offset..]))
        {
            return new JsonSyntaxError(IsBlank(utf8) ? "the text is empty" : "the text ends before its JSON is complete", offset)
            {
                IsCut = true,
            };
        }

        // The framework appends a zero-based position to the message.
        var sentence = e.Message;
        var position = sentence.IndexOf(" LineNumber:", StringComparison.Ordinal);
        sentence = position < 0 ? sentence : sentence[..position];

        // This advice is for programmers, not for the author of the text.
        return new JsonSyntaxError(sentence.Replace(" Change the reader options.", "").TrimEnd('.', ' '), offset);
    }

    private static bool IsBlank(ReadOnlySpan<byte> utf8)
    {
        foreach (var b in utf8)
        {
            if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return false;
        }

        return true;
    }
}
