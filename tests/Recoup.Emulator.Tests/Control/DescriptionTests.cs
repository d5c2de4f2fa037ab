using System.Globalization;
using System.Text.Json;
using Recoup.Emulator.Control.Routes;

namespace Recoup.Emulator.Tests.Control;

/// <summary>specs/emulator.json describes exactly the routes that there are.</summary>
public sealed class DescriptionTests
{
    private static readonly JsonElement Description =
        JsonElement.Parse(File.ReadAllText(Path.Combine(TestData.Repository, "specs", "emulator.json")));

    [Fact]
    public void Each_route_has_an_operation_and_each_operation_a_route()
    {
        var described = Operations().Select(operation => $"{operation.Method} {operation.Path}").Order();

        ControlRoutes.All.Select(route => $"{route.Method} {route.Path}").Append("GET /_recoup/openapi.json").Order().ShouldBe(described);
    }

    [Fact]
    public void The_parameters_and_bodies_of_the_routes_are_those_of_the_operations()
    {
        foreach (var (path, method, operation) in Operations().Where(operation => operation.Path != "/_recoup/openapi.json"))
        {
            var route = ControlRoutes.All.Single(route => route.Method == method && route.Path == path);
            var parameters = operation.TryGetProperty("parameters", out var list) ? list.EnumerateArray().ToArray() : [];

            Names(parameters, "query").ShouldBe(route.Query.Order(), path);
            Names(parameters, "path").ShouldBe(
                route.Segments.Where(segment => segment.StartsWith('{')).Select(segment => segment[1..^1]).Order(), path);
            var mediaType = operation.TryGetProperty("requestBody", out var body)
                ? body.GetProperty("content").EnumerateObject().Single().Name
                : null;
            route.Body.ShouldBe(mediaType, path);
        }
    }

    [Fact]
    public async Task The_emulator_serves_the_document()
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        var served = await controlled.Control.GetDescriptionAsync(TestContext.Current.CancellationToken);

        JsonElement.DeepEquals(served, Description).ShouldBeTrue();
    }

    [Fact]
    public void Each_operation_describes_the_problems_of_every_request()
    {
        foreach (var (path, method, operation) in Operations())
        {
            var statuses = operation.GetProperty("responses").EnumerateObject().Select(response => response.Name).ToArray();
            string[] expected = operation.TryGetProperty("requestBody", out _) ? ["400", "403", "413", "415"] : ["400", "403"];
            expected.ShouldBeSubsetOf(statuses, $"{method} {path}");
            if (path.Contains('{', StringComparison.Ordinal))
                statuses.ShouldContain("404", $"{method} {path}");
        }
    }

    /// <summary>The statuses that the document has for a route.</summary>
    public static int[] StatusesOf(string method, string path) => Operations()
        .Where(operation => (operation.Method, operation.Path) == (method, path))
        .SelectMany(operation => operation.Operation.GetProperty("responses").EnumerateObject())
        .Select(response => int.Parse(response.Name, CultureInfo.InvariantCulture)).ToArray();

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations() =>
        Description.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation =>
            (path.Name, operation.Name.ToUpperInvariant(), operation.Value)));

    private static IEnumerable<string> Names(JsonElement[] parameters, string place) =>
        parameters.Where(parameter => parameter.GetProperty("in").GetString() == place)
            .Select(parameter => parameter.GetProperty("name").GetString()!).Order();
}
