using System.Globalization;
using System.Text;

namespace Recoup.Emulator.Tests.Parity;

/// <summary>A response as it was received.</summary>
internal sealed record ParityAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The values of a header, joined; null if it is absent.</summary>
    public string? Header(string name)
    {
        var values = Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value).ToList();
        return values.Count == 0 ? null : string.Join(", ", values);
    }

    /// <summary>The kind of the body, as the corpus names it.</summary>
    public string BodyKind => Body.Length == 0 ? "empty"
        : Header("content-type") is { } type && type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) ? "json"
        : Header("content-type") is { } other && other.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) ? "html"
        : "text";

    /// <summary>Reads the bytes of a whole HTTP/1.1 response on a connection that was closed after it.</summary>
    public static ParityAnswer Parse(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return new(0, [], bytes);
        var lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
        var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        List<KeyValuePair<string, string>> headers =
        [
            .. lines.Skip(1).Select(line => line.Split(':', 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1].Trim())),
        ];
        var body = bytes[(end + 4)..];
        var isChunked = headers.Exists(header => header.Key.Equals("transfer-encoding", StringComparison.OrdinalIgnoreCase));
        return new(status, headers, isChunked ? Unchunked(body) : body);
    }

    private static byte[] Unchunked(byte[] body)
    {
        var all = new MemoryStream();
        for (var at = 0; at < body.Length;)
        {
            var line = body.AsSpan(at).IndexOf("\r\n"u8);
            var length = int.Parse(body.AsSpan(at, line), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (length == 0)
                break;
            all.Write(body, at + line + 2, length);
            at += line + 2 + length + 2;
        }

        return all.ToArray();
    }
}
