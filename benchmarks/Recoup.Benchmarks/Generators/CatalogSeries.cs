using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.Benchmarks.Generators;

/// <summary>Catalogs of any size out of the actions of a real one, each file one connector.</summary>
internal static class CatalogSeries
{
    public const int ActionsAFile = 100;

    public static CatalogFileText[] Of(string catalog, int actions)
    {
        using var document = JsonDocument.Parse(catalog);
        var real = document.RootElement.GetProperty("actions").EnumerateArray().ToArray();
        return [.. Enumerable.Range(0, actions).Chunk(ActionsAFile).Select((numbers, file) =>
        {
            var connector = $"series{file}";
            return new CatalogFileText($"{connector}.json", new JsonObject
            {
                ["success"] = true,
                ["actions"] = new JsonArray([.. numbers.Select(number => Renamed(real[number % real.Length], connector, number))]),
            }.ToJsonString());
        })];
    }

    private static JsonNode Renamed(JsonElement action, string connector, int number)
    {
        var copy = JsonObject.Create(action)!;
        copy["slug"] = $"{connector.ToUpperInvariant()}_{action.GetProperty("slug").GetString()}_{number}";
        copy["connectorSlug"] = connector;
        return copy.DeepClone();
    }
}
