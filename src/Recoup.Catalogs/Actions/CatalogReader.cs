using System.Text;
using System.Text.Json;
using Recoup.Catalogs.Actions;
using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs;

/// <summary>Reads the text of a catalog. Never throws on bad input: keeps what is usable and reports the rest.</summary>
public static class CatalogReader
{
    /// <summary>Reads a catalog.</summary>
    /// <param name="json">The text.</param>
    /// <param name="path">The file that problems name, or null.</param>
    public static CatalogReading Read(string json, string? path = null) => Read(Encoding.UTF8.GetBytes(json), path);

    /// <inheritdoc cref="Read(string, string?)"/>
    /// <param name="utf8">The text as UTF-8.</param>
    /// <param name="path">The file that problems name, or null.</param>
    /// <param name="cancellation">Cancels the work within a few milliseconds, however large the text is.</param>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public static CatalogReading Read(ReadOnlyMemory<byte> utf8, string? path = null, CancellationToken cancellation = default)
    {
        var document = PositionedJson.ParsePruned(utf8, out var error, cancellation);
        var list = new ActionListReader(cancellation);
        if (document is not null)
            ReadRoot(document, isWhole: error is null, list);
        if (error is not null)
        {
            var before = list.Actions.Count;
            if (document is not null && !error.IsCut)
                ReadBehind(error, document, list, cancellation);
            var at = document?.PositionOf(error.Offset) ?? PositionedJson.PositionIn(utf8, error.Offset);
            var reason = ForeignText.Describe(utf8, error) + Count(before, list.Actions.Count - before);
            list.Problems.Add(new Problem(CatalogProblems.NotJson, reason)
            {
                Range = new TextRange(at, at),
            });
        }

        return new CatalogReading(
            new RecoupCatalog(list.Actions),
            [.. list.Problems.Select(problem => problem with { Path = path }).OrderBy(problem => problem.Range?.Start.CharOffset)]);
    }

    private static void ReadRoot(PositionedJson document, bool isWhole, ActionListReader list)
    {
        var root = document.Root;
        var actions = root.ValueKind == JsonValueKind.Array ? root : root["actions"];
        if ((root.ValueKind == JsonValueKind.Array || actions.ValueKind != JsonValueKind.Array) && isWhole)
            list.Problems.Add(new Problem(CatalogProblems.NotACatalog, DescribeRoot(root)) { Range = root.StartRange });

        var pointer = root.ValueKind == JsonValueKind.Array ? "" : "/actions";
        var index = 0;
        foreach (var item in actions.EnumerateArray())
        {
            // The syntax error speaks for an action that it cuts.
            if (item.IsWhole)
                list.Read(item, JsonPointer.Append(pointer, index));
            index++;
        }

        if (index == 0 && actions.ValueKind == JsonValueKind.Array && root.ValueKind == JsonValueKind.Object && isWhole)
            list.Problems.Add(new Problem(CatalogProblems.NoActions) { Range = actions.StartRange });
        list.ReportRepeatedMembers(root);
    }

    // The actions behind an error are found by their shape: an object that starts with a field of an action, and has a slug and a schema.
    private static void ReadBehind(JsonSyntaxError error, PositionedJson document, ActionListReader list, CancellationToken cancellation)
    {
        var utf8 = document.Utf8;
        for (var offset = error.Offset; offset < utf8.Length;)
        {
            var next = utf8.Span[offset..].IndexOf((byte)'{');
            if (next < 0)
                return;
            offset += next;
            if (!ActionReader.CanStartAt(utf8.Span[offset..]))
            {
                offset++;
            }
            else if (document.ReadAt(offset, out var another, cancellation) is { Root: var item })
            {
                if (ActionReader.IsLikely(item))
                    list.Read(item, pointer: "");
                offset = item.Offset + item.Length;
            }
            else
            {
                offset = Math.Max(offset + 1, another?.Offset ?? utf8.Length);
            }
        }
    }

    private static string Count(int before, int behind)
    {
        var all = before + behind;
        var read = FormattableString.Invariant($"; {all} complete action{(all == 1 ? " was" : "s were")} read");
        return all == 0 ? "" : behind == 0 ? read + " before this place"
            : FormattableString.Invariant($"{read}, {before} before this place and {behind} behind it");
    }

    private static string DescribeRoot(PositionedElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => "an array. Store the whole response, not only its 'actions'",
        JsonValueKind.Object when root.TryGetProperty("message", out var message) || root.TryGetProperty("error", out message)
            => "an error response: " + ValueDescription.Excerpt(message),
        JsonValueKind.Object => ForeignDocument.Describe(root) ?? ValueDescription.OfMember(root, "actions"),
        _ => ValueDescription.Of(root),
    };
}
