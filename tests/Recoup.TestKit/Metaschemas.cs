using System.Text.Json;

namespace Recoup.Tests;

/// <summary>The metaschemas of the schema engine.</summary>
internal static class Metaschemas
{
    /// <summary>The keywords that they describe, of all drafts.</summary>
    public static IReadOnlySet<string> Keywords { get; } = Read();

    private static HashSet<string> Read()
    {
        var keywords = new HashSet<string>(StringComparer.Ordinal);
        var folder = Path.Combine(TestData.Repository, "src", "Recoup.Schemas", "Resolution", "Metaschemas");
        foreach (var file in Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            using var metaschema = JsonDocument.Parse(File.ReadAllText(file));
            if (metaschema.RootElement.TryGetProperty("properties", out var properties))
                keywords.UnionWith(properties.EnumerateObject().Select(property => property.Name));
        }

        return keywords;
    }
}
