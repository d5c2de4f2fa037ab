using System.Text;
using System.Text.Json;
using Recoup.Emulator.Control.Routes;
using Recoup.Emulator.Tests.Hosts;

namespace Recoup.Emulator.Tests.Control;

/// <summary>Whatever is sent to the control API, its response is one that it describes. RECOUP_FUZZ sets the number of requests.</summary>
public sealed class ControlFuzzTests
{
    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("RECOUP_FUZZ"), out var count) ? count : 2_000;

    private static readonly string[] Atoms =
    [
        "null", "true", "-1", "1e999", "0.5", "\"\"", "\"*\"", "\"active\"", "\"GITHUB_CREATE_ISSUE\"", "\"default\"", "\"\\ud800\"", "[]",
        "{}", "[[[[]]]]", "\"up\"", "\"full\"", "7", "\"D3\"", "\"https://connect.recoup.invalid/x\"", "\"a.png\"", "\"deployed\"", "1e2",
        """{"$ref":"#"}""", """{"type":"object","properties":{"a":{"$ref":"#/properties/a"}}}""", """{"$parameters":"/a"}""",
        """{"pattern":"(a+)+$"}""", """[{"returns":{}}]""", """[{"fails":"hang","times":2},{"timesOut":1}]""", "\"../../etc/passwd\"",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Each_response_is_one_that_is_described(int seed)
    {
        var random = new Random(seed);
        await using var controlled = await ControlledEmulator.StartAsync();
        var requests = Enumerable.Range(0, Count / 2).Select(_ => Next(random)).ToArray();

        await Parallel.ForEachAsync(requests, TestContext.Current.CancellationToken, async (request, _) =>
        {
            var (method, path, body, contentType) = request;
            var content = body is null ? null : Requests.Content(Encoding.UTF8.GetBytes(body), contentType);
            var answer = await controlled.Http.SendAsync(new HttpMethod(method), path, content);
            var shown = $"{method} {path} {body}\n{(int)answer.Status} {answer.Body}";
            ((int)answer.Status).ShouldBeOneOf(StatusesOf(method, path), shown);
            // Kestrel itself refuses a path with a null character, without a body.
            if ((int)answer.Status >= 400 && !path.Contains("%00", StringComparison.Ordinal))
            {
                answer.ContentType.ShouldBe("application/problem+json", shown);
                answer.Json.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace(shown);
                answer.Body.ShouldNotContain("   at ", Case.Sensitive, shown);
            }
        });
    }

    private static (string Method, string Path, string? Body, string? ContentType) Next(Random random)
    {
        var routes = ControlRoutes.All.Where(route => route.Stream is null).ToArray();
        var route = routes[random.Next(routes.Length)];
        var path = string.Join('/', route.Segments.Select(segment => segment.StartsWith('{') ? Name(random) : segment));
        if (random.Next(3) == 0)
        {
            var name = route.Query.Count > 0 && random.Next(4) > 0 ? route.Query[random.Next(route.Query.Count)] : "x";
            path += $"?{name}={Name(random)}";
        }

        if (random.Next(20) == 0)
            path += "/" + Name(random);
        var method = random.Next(12) == 0 ? "PATCH" : route.Method;
        return route.Body is null || random.Next(30) == 0
            ? (method, path, null, null)
            : (method, path, Body(random, route.Path), random.Next(20) == 0 ? "text/plain" : route.Body);
    }

    /// <summary>The statuses that the description has for a request.</summary>
    private static int[] StatusesOf(string method, string path)
    {
        var segments = path.Split('?')[0].Split('/');
        var routes = ControlRoutes.All.Where(route => route.Matches(segments)).ToArray();
        var own = routes.Where(route => route.Method == method).ToArray();
        return routes.Length == 0 ? [400, 404]
            : own.Length == 0 ? [400, 405]
            : [.. own.SelectMany(route => DescriptionTests.StatusesOf(route.Method, route.Path))];
    }

    private static string Name(Random random)
    {
        string[] names =
        [
            "default", "github", "linkedin", "GITHUB_CREATE_ISSUE", "GOOGLESHEETS_BATCH_UPDATE", "D3", "d27", "1", "-1",
            "999999999999999999999",
            "true", "%00", "%ED%A0%80", "a%2Fb", "é", "'", "%22", "1e5", "fail",
        ];
        return names[random.Next(names.Length)];
    }

    private static string Body(Random random, string path)
    {
        if (random.Next(25) == 0)
            return Atoms[random.Next(Atoms.Length)][1..];
        string[] members = path switch
        {
            "/_recoup/stubs" => ["action", "account", "parameters", "where", "schema", "outcomes", "delay", "outcome"],
            "/_recoup/state" => ["accounts", "stubs", "files", "stagedFiles", "upstream", "sharedConnections", "defaultAccount", "$schema"],
            "/_recoup/files" => ["url", "outcome"],
            "/_recoup/expectations" => ["action", "executed", "called"],
            _ => ["state", "access", "connected", "redirectUrl", "isOn", "base", "seconds", "parameters", "account", "name", "mimetype"],
        };
        var count = random.Next(4);
        var chosen = Enumerable.Range(0, count + 1).Select(_ =>
            $"{JsonSerializer.Serialize(members[random.Next(members.Length)])}:{Atoms[random.Next(Atoms.Length)]}");
        return "{" + string.Join(',', chosen) + "}";
    }
}
