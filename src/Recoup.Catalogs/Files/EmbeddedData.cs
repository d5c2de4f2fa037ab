using System.IO.Compression;
using System.Reflection;

namespace Recoup.Catalogs.Files;

/// <summary>
/// Finds the catalog that an assembly contains as data. The attribute is known by its name only, because this project does not know the
/// runtime of generated code.
/// </summary>
internal static class EmbeddedData
{
    private const string Attribute = "Recoup.Typed.Generated.RecoupCatalogDataAttribute";

    /// <summary>Returns the catalog as UTF-8.</summary>
    /// <exception cref="CatalogException">The assembly contains no catalog.</exception>
    public static byte[] Read(Assembly assembly)
    {
        var data = assembly.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType.FullName == Attribute);
        if (data?.ConstructorArguments is not [{ Value: string base64 }])
        {
            throw new CatalogException(
                $"Expected an assembly with an embedded catalog; {assembly.GetName().Name} has none. "
                    + "Add <RecoupEmbedCatalog>true</RecoupEmbedCatalog> to the properties of its project.");
        }

        using var compressed = new MemoryStream(Convert.FromBase64String(base64));
        using var stream = new DeflateStream(compressed, CompressionMode.Decompress);
        using var json = new MemoryStream();
        stream.CopyTo(json);
        return json.ToArray();
    }
}
