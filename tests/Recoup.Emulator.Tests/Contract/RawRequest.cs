using System.Text;

namespace Recoup.Emulator.Tests.Contract;

/// <summary>Creates random requests, most of them nearly valid.</summary>
internal static class RawRequest
{
    private static readonly string[] Methods =
    [
        "GET", "POST", "POST", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS", "TRACE", "get", "CONNECT", "G\0T", ""
    ];

    private static readonly string[] Paths =
    [
        "/api/connectors/actions", "/api/connectors/actions", "/api/connectors", "/api/connectors/files", "/api/connectors/", "/", "*",
         "/api//connectors",
        "/api/connectors/actions?account_id=%00", "/api/connectors?account_id=%ZZ&account_id", "/api/connectors?%61ccount_id=x",
         "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
        "http://evil.example/api/connectors", "/api/connectors/actions%2F", "/\u00e9",
         "/api/connectors?account_id=" + new string('a', 9000),
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-0", "1e400", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\ud83d\\ude00\"", "[]", "{}", "[[[[]]]]",
         "{\"a\":{\"a\":{}}}",
        "\"11111111-1111-4111-8111-111111111111\"", "\"GOOGLESHEETS_BATCH_UPDATE\"", "\"LINKEDIN_CREATE_POST\"",
         "\"https://a.example/a.png\"", "\"file:///etc/passwd\"",
        "{\"spreadsheet_id\":\"1\",\"sheet_name\":\"S\",\"values\":[[1]]}", "{\"name\":\"a\",\"mimetype\":\"b\",\"s3key\":\"c\"}",
         "\"\u00e9\u2028\"", "999999999999999999999999999999",
    ];

    private static readonly string[] Names =
        [
            "actionSlug",
            "parameters",
            "account_id",
            "connector",
            "callback_url",
            "connected_account_id",
            "url",
            "toolSlug",
            "__proto__",
            "",
            "\\ud800",
            "actionSlug",
        ];

    public static byte[] Create(Random random, string key)
    {
        var request = new MemoryStream();
        for (var pipelined = random.Next(10) == 0 ? 3 : 1; pipelined > 0; pipelined--)
            Append(request, random, key);
        var bytes = request.ToArray();
        if (random.Next(8) == 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(12) == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes;
    }

    private static void Append(MemoryStream request, Random random, string key)
    {
        var body = Body(random);
        var head = new StringBuilder($"{Pick(random, Methods)} {Pick(random, Paths)} HTTP/{(random.Next(20) == 0 ? "9.9" : "1.1")}\r\n");
        if (random.Next(20) != 0)
            head.Append("Host: localhost\r\n");
        head.Append(Credential(random, key));
        if (random.Next(6) != 0)
            head.Append($"Content-Type: {(random.Next(6) == 0 ? "multipart/form-data; boundary=\u00e9" : "application/json")}\r\n");
        if (random.Next(25) == 0)
            head.Append("Content-Encoding: gzip\r\n");
        if (random.Next(40) == 0)
            head.Append($"X-Long: {new string('x', 40_000)}\r\n");
        if (random.Next(40) == 0)
            head.Append(string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: {i}\r\n")));

        var isChunked = random.Next(10) == 0;
        head.Append(isChunked
            ? "Transfer-Encoding: chunked\r\n\r\n"
            : $"Content-Length: {(random.Next(25) == 0 ? body.Length + 7 : body.Length)}\r\n\r\n");
        request.Write(Encoding.Latin1.GetBytes(head.ToString()));
        if (isChunked)
            request.Write(Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"));
        request.Write(body);
        if (isChunked)
            request.Write("\r\n0\r\n\r\n"u8);
    }

    private static string Credential(Random random, string key) => random.Next(12) switch
    {
        0 => "",
        1 => "x-api-key: nonsense\r\n",
        2 => $"Authorization: Bearer {key}\r\n",
        3 => $"x-api-key: {key}\r\nAuthorization: Basic \u00ff\r\n",
        4 => $"x-api-key: {key}\r\nx-api-key: {key}\r\n",
        _ => $"x-api-key: {key}\r\n",
    };

    private static byte[] Body(Random random) => random.Next(18) switch
    {
        0 => [],
        1 => Bytes(random, 60),
        2 => Encoding.ASCII.GetBytes(new string('[', 10_000)),
        3 => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"parameters\":", 10_000))),
        4 => Encoding.Unicode.GetBytes("{\"actionSlug\":\"A\"}"),
        5 => [0xEF, 0xBB, 0xBF, .. Json(random)],
        6 when random.Next(20) == 0 => Encoding.ASCII.GetBytes("{\"actionSlug\":\"" + new string('x', 6_000_000) + "\"}"),
        7 => [.. Json(random), .. Bytes(random, 3)],
        8 => Execute("\"a\":" + new string('[', 10_000) + new string(']', 10_000)),
        9 =>
            Execute(string.Concat(Enumerable.Repeat("\"spreadsheet_id\":\"1\",", random.Next(1, 2000)))
                + "\"sheet_name\":\"S\",\"values\":[],\"values\":[[1]]"),
        10 => NotUtf8(random, Execute("\"spreadsheet_id\":\"1\",\"sheet_name\":\"S~\",\"values\":[[\"~\"]]")),
        11 => NotUtf8(random, Json(random)),
        _ => Json(random),
    };

    private static byte[] Json(Random random)
    {
        var members = Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"\"{Pick(random, Names)}\":{Pick(random, Values)}");
        return Encoding.UTF8.GetBytes("{" + string.Join(',', members) + "}");
    }

    private static byte[] Execute(string parameters) =>
        Encoding.UTF8.GetBytes("{\"actionSlug\":\"GOOGLESHEETS_BATCH_UPDATE\",\"actionSlug\":\"GOOGLESHEETS_BATCH_UPDATE\",\"parameters\":{"
            + parameters + "}}");

    // A lone continuation byte, an overlong slash, a lone surrogate, an invalid byte, a truncated sequence.
    private static byte[] NotUtf8(Random random, byte[] json)
    {
        byte[][] wrong = [[0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xFF], [0xF0, 0x9F, 0x98]];
        var at = Math.Max(json.AsSpan().LastIndexOf((byte)'~'), 0);
        return [.. json[..at], .. wrong[random.Next(wrong.Length)], .. json[at..]];
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
