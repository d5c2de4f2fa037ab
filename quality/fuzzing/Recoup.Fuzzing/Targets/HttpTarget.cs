using System.Globalization;
using System.Text;
using System.Text.Json;
using Recoup.Emulator.Control.Routes;

namespace Recoup.Fuzzing.Targets;

/// <summary>
/// HTTP requests to an emulator and its control API, one after the other. No exception; each response has a documented status; an error of
/// the control API is a problem document; the emulator never reports that it failed; the journal and the state can always be written.
/// </summary>
internal static class HttpTarget
{
    // Both behaviors: a request of the input may have switched to the other one.
    private static readonly int[] OfTheApi = [200, 308, 400, 401, 403, 404, 405, 409, 413, 500, 501, 502, 504];

    private static readonly Dictionary<(string Method, string Path), int[]> OfControl = Samples.ControlDescription
        .GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject().Select(operation => (
            Key: (operation.Name.ToUpperInvariant(), path.Name),
            Statuses: operation.Value.GetProperty("responses").EnumerateObject()
                .Select(response => int.Parse(response.Name, CultureInfo.InvariantCulture)).ToArray())))
        .ToDictionary(operation => operation.Key, operation => operation.Statuses);

    public static void Run(ReadOnlyMemory<byte> input)
    {
        var host = EngineHost.Start();
        var isScripted = false;
        foreach (var request in RawRequest.ReadAll(input))
        {
            // The stream of events ends when its reader goes.
            if (request.Path.StartsWith("/_recoup/events", StringComparison.Ordinal))
                continue;
            var isControl = request.Path is "/" or "/_recoup" || request.Path.StartsWith("/_recoup/", StringComparison.Ordinal);
            if (host.Send(request) is { } response)
                Check(request, response, isControl, isScripted);
            // A script decides about status and body.
            isScripted |= isControl && request.Method is not ("GET" or "HEAD");
        }

        Promise.That(
            host.Engine.Journal.All().All(exchange => exchange.Error?.Contains("The emulator failed", StringComparison.Ordinal) != true),
            "the emulator does not fail");
        using var journal = JsonDocument.Parse(host.Engine.Journal.ToJson());
        var saved = host.Engine.Save();
        host.Engine.Load(saved);
    }

    private static void Check(RawRequest request, RawResponse response, bool isControl, bool isScripted)
    {
        var text = Encoding.UTF8.GetString(response.Body);
        var shown = $"{request.Method} {request.Path}: {response.Status} {text}";
        Promise.That(!text.Contains("The emulator failed", StringComparison.Ordinal), shown);
        if (isControl)
            CheckControl(request, response, shown);
        else if (!isScripted)
            Promise.That(OfTheApi.Contains(response.Status), shown);
        if (!isScripted && response.ContentType?.Contains("json", StringComparison.Ordinal) == true)
        {
            foreach (var json in response.ContentType == "application/jsonl" ? text.Split('\n') : [text])
            {
                if (json.Length > 0)
                    JsonDocument.Parse(json).Dispose();
            }
        }
    }

    private static void CheckControl(RawRequest request, RawResponse response, string shown)
    {
        var segments = request.Path.Split('/');
        var routes = ControlRoutes.All.Where(route => route.Matches(segments)).ToArray();
        var own = routes.Where(route => route.Method == request.Method).ToArray();
        if (own.Length > 0)
            Promise.That(own.Any(route => OfControl[(route.Method, route.Path)].Contains(response.Status)), shown);
        else if (request.Path.Length > 1 || response.Status == 302)
            Promise.That(response.Status is 200 or 302 or 400 or 403 or 404 or 405, shown);
        if (request.Path.Length > 1 && response.Status >= 400 && request.Method != "HEAD")
            Promise.That(response.ContentType == "application/problem+json", shown);
    }
}
