using System.Text;
using System.Text.Json;
using Recoup.Catalogs.Actions;
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
        var problems = new List<Problem>();
        var document = PositionedJson.Parse(utf8, out var error, cancellation);
        var actions = document is null ? [] : ReadRoot(document.Root, isWhole: error is null, problems, cancellation);

        if (error is not null)
        {
            var at = document?.PositionOf(error.Offset) ?? PositionedJson.PositionIn(utf8, error.Offset);
            problems.Add(new Problem(CatalogProblems.NotJson, error.Message) { Range = new TextRange(at, at) });
        }

        return new CatalogReading(
            new RecoupCatalog(actions),
            [.. problems.Select(problem => problem with { Path = path }).OrderBy(problem => problem.Range?.Start.CharOffset)]);
    }

    private static List<CatalogAction> ReadRoot(
        PositionedElement root, bool isWhole, List<Problem> problems, CancellationToken cancellation)
    {
        var list = root.ValueKind == JsonValueKind.Array ? root : root["actions"];
        var pointer = root.ValueKind == JsonValueKind.Array ? "" : "/actions";
        var index = 0;
        if ((root.ValueKind == JsonValueKind.Array || list.ValueKind != JsonValueKind.Array) && isWhole)
            problems.Add(new Problem(CatalogProblems.NotACatalog, DescribeRoot(root)) { Range = root.StartRange });

        var actions = new List<CatalogAction>();
        var bySlug = new Dictionary<string, CatalogAction>(StringComparer.Ordinal);
        foreach (var item in list.EnumerateArray())
        {
            cancellation.ThrowIfCancellationRequested();

            // The last action of a truncated text is not whole: the syntax error speaks for it.
            if (!isWhole && item.Offset + item.Length >= root.Offset + root.Length)
                break;
            if (ActionReader.Read(item, JsonPointer.Append(pointer, index++), problems) is not { } action)
                continue;
            if (bySlug.TryGetValue(action.Slug, out var first))
            {
                problems.Add(new Problem(CatalogProblems.DuplicateSlug, action.Slug, first.Source["slug"].Range.Start.ToString())
                {
                    Slug = action.Slug,
                    Range = action.Source["slug"].Range,
                });
                continue;
            }

            bySlug.Add(action.Slug, action);
            actions.Add(action);
        }

        return actions;
    }

    private static string DescribeRoot(PositionedElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => "an array. Store the whole response, not only its 'actions'",
        JsonValueKind.Object when root.TryGetProperty("message", out var message) || root.TryGetProperty("error", out message)
            => "an error response: " + ValueDescription.Excerpt(message),
        JsonValueKind.Object => ValueDescription.OfMember(root, "actions"),
        _ => ValueDescription.Of(root),
    };
}
