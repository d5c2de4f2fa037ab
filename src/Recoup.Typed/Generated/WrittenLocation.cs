using System.Text.Json;

namespace Recoup.Typed.Generated;

/// <summary>Finds the position of a JSON writer from the bytes that it has written so far.</summary>
internal static class WrittenLocation
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1000 };

    /// <param name="written">What was written.</param>
    /// <param name="isBehindValue">Whether the location of the last value is wanted, or that of the next one.</param>
    /// <returns>The location; null for the root.</returns>
    public static JsonLocation? Of(ReadOnlySpan<byte> written, bool isBehindValue)
    {
        var steps = new Stack<(byte[]? Name, int Index)>();
        var reader = new Utf8JsonReader(written, isFinalBlock: false, new JsonReaderState(Options));
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    steps.Push((null, -1));
                    break;
                case JsonTokenType.StartArray:
                    steps.Push((null, 0));
                    break;
                case JsonTokenType.PropertyName:
                    // The raw bytes: a constant of the catalog may contain names that are not valid text.
                    steps.Pop();
                    steps.Push((reader.ValueSpan.ToArray(), -1));
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    steps.Pop();
                    Advance(steps);
                    break;
                default:
                    Advance(steps);
                    break;
            }
        }

        // The reader has not counted a number at the very end, because more digits could follow.
        var isAhead = reader.BytesConsumed == written.Length;
        if (!isBehindValue && !isAhead)
        {
            Advance(steps);
        }
        else if (isBehindValue && isAhead && steps.TryPeek(out var last) && last.Index > 0)
        {
            steps.Pop();
            steps.Push((null, last.Index - 1));
        }

        JsonLocation? location = null;
        foreach (var (name, index) in steps.Reverse())
        {
            if (name is not null)
                location = new JsonLocation(location, Unescape(name));
            else if (index >= 0)
                location = new JsonLocation(location, index);
        }

        return location;
    }

    private static string Unescape(byte[] name)
    {
        var reader = new Utf8JsonReader([(byte)'"', .. name, (byte)'"']);
        reader.Read();
        return reader.GetString()!;
    }

    private static void Advance(Stack<(byte[]? Name, int Index)> steps)
    {
        if (steps.TryPeek(out var step) && step.Index >= 0)
        {
            steps.Pop();
            steps.Push((null, step.Index + 1));
        }
    }
}
