using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Recoup.Binding.Actions;
using Recoup.Catalogs;
using Recoup.Catalogs.Effects;

namespace Recoup.Generators.Actions;

/// <summary>
/// The generated actions as data: a catalog that contains nothing else, by slug and without whitespace, compressed. The effects that names
/// files say come first (<see cref="EmbeddedEffects"/>).
/// </summary>
/// <param name="Data">The catalog as UTF-8, compressed with Deflate, in Base64.</param>
internal sealed record EmbeddedCatalog(string Data)
{
    private static readonly byte[] Start = [.. "\"actions\":["u8];
    private static readonly byte[] End = [.. "]}"u8];

    /// <summary>Returns the data, or nothing if there are no actions.</summary>
    /// <param name="plan">The actions and their effects.</param>
    /// <param name="cancellation">Cancels the work between two actions.</param>
    public static IEnumerable<EmbeddedCatalog> Of(CatalogPlan plan, CancellationToken cancellation)
    {
        var actions = plan.Connectors.SelectMany(connector => connector.Actions)
            .Select(named => named.Action)
            .OrderBy(action => action.Slug, StringComparer.Ordinal)
            .ToArray();
        if (actions.Length == 0)
            return [];

        using var compressed = new MemoryStream();
        using (var stream = new DeflateStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var effects = EffectsOf(plan, actions);
            stream.Write(effects, 0, effects.Length);
            stream.Write(Start, 0, Start.Length);
            for (var i = 0; i < actions.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (i > 0)
                    stream.WriteByte((byte)',');
                var text = CompactJson.Of(actions[i].ToUtf8().Span);
                stream.Write(text, 0, text.Length);
            }

            stream.Write(End, 0, End.Length);
        }

        return [new EmbeddedCatalog(Convert.ToBase64String(compressed.GetBuffer(), 0, (int)compressed.Length))];
    }

    // The beginning of the data up to the actions.
    private static byte[] EffectsOf(CatalogPlan plan, CatalogAction[] actions)
    {
        var slugs = new HashSet<string>(actions.Select(action => action.Slug), StringComparer.Ordinal);
        var effects = plan.Effects.Where(effect => slugs.Contains(effect.Slug))
            .ToDictionary(effect => effect.Slug, effect => StatedEffect.WordOf(effect.Effect), StringComparer.Ordinal);
        return Encoding.UTF8.GetBytes(effects.Count == 0
            ? "{"
            : $$"""{"{{EmbeddedEffects.Member}}":{{JsonSerializer.Serialize(effects)}},""");
    }
}
