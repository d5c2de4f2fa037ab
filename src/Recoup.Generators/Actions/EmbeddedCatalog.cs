using System.IO.Compression;
using Recoup.Binding.Actions;
using Recoup.Catalogs;

namespace Recoup.Generators.Actions;

/// <summary>
/// The generated actions as data: a catalog that contains nothing else, by slug and without whitespace, compressed.
/// </summary>
/// <param name="Data">The catalog as UTF-8, compressed with Deflate, in Base64.</param>
internal sealed record EmbeddedCatalog(string Data)
{
    private static readonly byte[] Start = [.. "{\"actions\":["u8];
    private static readonly byte[] End = [.. "]}"u8];

    /// <summary>Returns the data, or nothing if there are no actions.</summary>
    /// <param name="connectors">The actions.</param>
    /// <param name="cancellation">Cancels the work between two actions.</param>
    public static IEnumerable<EmbeddedCatalog> Of(EquatableArray<ConnectorActions> connectors, CancellationToken cancellation)
    {
        var actions = connectors.SelectMany(connector => connector.Actions)
            .Select(named => named.Action)
            .OrderBy(action => action.Slug, StringComparer.Ordinal)
            .ToArray();
        if (actions.Length == 0)
            return [];

        using var compressed = new MemoryStream();
        using (var stream = new DeflateStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
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
}
