using System.Text.Json;
using Recoup.Catalogs;

namespace Recoup.Fuzzing;

/// <summary>The documents that targets need beside their input.</summary>
internal static class Samples
{
    /// <summary>A small catalog.</summary>
    public static RecoupCatalog Catalog { get; } = CatalogReader.Read(Resource("catalog.json")).Catalog;

    /// <summary>The description of the control API.</summary>
    public static JsonElement ControlDescription { get; } = JsonElement.Parse(Resource("emulator.json"));

    private static byte[] Resource(string name)
    {
        using var stream = typeof(Samples).Assembly.GetManifestResourceStream(name)!;
        var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
