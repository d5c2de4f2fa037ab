using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Recoup.Typed.Generated;

namespace Recoup.Typed;

/// <summary>The actions that an assembly contains as data. They are decompressed once for each assembly, when first needed.</summary>
internal sealed class EmbeddedCatalog
{
    // The generator reads catalogs up to this depth.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    private static readonly JsonElement NoSchema = Parse("{}"u8.ToArray());

    // An assembly that is unloaded takes its data along.
    private static readonly ConditionalWeakTable<Assembly, Lazy<EmbeddedCatalog?>> Known = [];

    private readonly FrozenDictionary<string, ActionInfo> _actions;

    private EmbeddedCatalog(JsonElement catalog) => _actions = catalog.GetProperty("actions")
        .EnumerateArray()
        .Select(Describe)
        .ToFrozenDictionary(action => action.Slug, StringComparer.Ordinal);

    /// <summary>The actions of an assembly, or null if it has none.</summary>
    public static EmbeddedCatalog? Of(Assembly assembly) =>
        Known.GetValue(assembly, static assembly => new Lazy<EmbeddedCatalog?>(() => Read(assembly))).Value;

    /// <summary>The action with a slug, or null.</summary>
    public ActionInfo? Find(string slug) => _actions.GetValueOrDefault(slug);

    private static EmbeddedCatalog? Read(Assembly assembly)
    {
        if (assembly.GetCustomAttribute<RecoupCatalogDataAttribute>() is not { } attribute)
            return null;
        using var compressed = new MemoryStream(Convert.FromBase64String(attribute.Data));
        using var stream = new DeflateStream(compressed, CompressionMode.Decompress);
        using var json = new MemoryStream();
        stream.CopyTo(json);
        return new EmbeddedCatalog(Parse(json.GetBuffer().AsMemory(0, (int)json.Length)));
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, Options);
        return document.RootElement.Clone();
    }

    // The generator has reported fields of other types, and it has replaced half surrogate pairs, which no string can hold.
    private static ActionInfo Describe(JsonElement action) => new(
        TextOf(action, "slug"),
        TextOf(action, "connectorSlug"),
        TextOf(action, "description"),
        action.TryGetProperty("parameters", out var schema) && schema.ValueKind == JsonValueKind.Object ? schema : NoSchema);

    private static string TextOf(JsonElement action, string name) =>
        action.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
}
