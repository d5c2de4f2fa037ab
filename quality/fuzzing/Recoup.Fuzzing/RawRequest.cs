using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Recoup.Fuzzing;

/// <summary>A request as it is on the wire, as far as a web server lets it through to the emulator.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The decoded path.</param>
/// <param name="Query">The query with its question mark, or nothing.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body.</param>
internal sealed record RawRequest(
    string Method, string Path, string Query, IReadOnlyList<(string Name, string Value)> Headers, ReadOnlyMemory<byte> Body)
{
    private const int Most = 8;
    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads the requests of an input: request line, headers, an empty line, and the body. A line <c>###</c> ends a request. Those that a
    /// web server would refuse by itself are left out.
    /// </summary>
    public static IEnumerable<RawRequest> ReadAll(ReadOnlyMemory<byte> input)
    {
        for (var count = 0; count < Most && !input.IsEmpty; count++)
        {
            var end = input.Span.IndexOf("\n###\n"u8);
            var one = end < 0 ? input : input[..end];
            input = end < 0 ? default : input[(end + 5)..];
            if (Read(one) is { } request)
                yield return request;
        }
    }

    private static RawRequest? Read(ReadOnlyMemory<byte> input)
    {
        var end = input.Span.IndexOf("\n\n"u8);
        string head;
        try
        {
            head = Strict.GetString(end < 0 ? input.Span : input.Span[..end]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        var lines = head.Split('\n');
        if (lines[0].Split(' ') is not [var method, var target] || !IsToken(method) || !target.StartsWith('/')
            || target.Contains("%00", StringComparison.Ordinal))
            return null;
        var query = target.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? target[at..] : "";
        var path = PathString.FromUriComponent(target[..^query.Length]).Value!;
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2 && IsToken(parts[0]))
            .Select(parts => (parts[0], parts[1].Trim(' ', '\t'))).ToArray();
        return path.Contains('\0', StringComparison.Ordinal) || head.AsSpan().ContainsAny('\r', '\0') ? null
            : new RawRequest(method, path, query, headers, end < 0 ? default : input[(end + 2)..]);
    }

    private static bool IsToken(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Token);
}
