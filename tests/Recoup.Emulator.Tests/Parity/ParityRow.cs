using System.Text;
using System.Text.Json;

namespace Recoup.Emulator.Tests.Parity;

/// <summary>A request that the real server was sent, and its response; or a control of the world around it.</summary>
/// <param name="Json">The row of the corpus.</param>
internal sealed record ParityRow(JsonElement Json)
{
    public string Id => Json.GetProperty("id").GetString()!;

    public string Group => Json.GetProperty("group").GetString()!;

    public string? Sequence => Text("sequence");

    public string? Upstream => Text("upstream");

    /// <summary>How the response is compared: exact, shape, status or none.</summary>
    public string Compare => Text("compare") ?? "none";

    public JsonElement? Control => Json.TryGetProperty("control", out var control) ? control.GetProperty("set") : null;

    public JsonElement Request => Json.GetProperty("request");

    public JsonElement Response => Json.GetProperty("response");

    public string Method => Request.GetProperty("method").GetString()!;

    public string Path => Request.GetProperty("path").GetString()!;

    public IEnumerable<string> Ignored => Json.TryGetProperty("ignore", out var pointers)
        ? pointers.EnumerateArray().Select(pointer => pointer.GetString()!)
        : [];

    public IEnumerable<(string Name, string Value)> Headers => Request.TryGetProperty("headers", out var headers)
        ? headers.EnumerateArray().Select(header => (header[0].GetString()!, header[1].GetString()!))
        : [];

    public static IReadOnlyList<ParityRow> Read(string path) =>
        [.. File.ReadLines(path).Select(line => new ParityRow(JsonElement.Parse(line)))];

    /// <summary>The body of the request; null if it has none.</summary>
    public byte[]? Body(Func<string, string> fill)
    {
        if (Request.TryGetProperty("bodyBase64", out var bytes))
            return bytes.GetBytesFromBase64();
        return Request.TryGetProperty("body", out var body) ? Encoding.UTF8.GetBytes(fill(body.GetString()!)) : null;
    }

    public override string ToString() => $"{Id} {Method} {Path}";

    private string? Text(string name) => Json.TryGetProperty(name, out var text) ? text.GetString() : null;
}
