using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Documents.Wire;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>Compares the media types of a body and the schemas of those that stay.</summary>
internal sealed class ContentComparison
{
    private readonly SpecSite _site;
    private readonly string _what;
    private readonly Direction _direction;
    private readonly PositionedElement _partBefore;
    private readonly PositionedElement _partAfter;
    private readonly List<(MediaRange Range, ApiContent Content)> _before;
    private readonly List<(MediaRange Range, ApiContent Content)> _after;
    private readonly List<ApiContent> _othersBefore;
    private readonly List<ApiContent> _othersAfter;

    public ContentComparison(
        EquatableArray<ApiContent> before, EquatableArray<ApiContent> after, SpecSite site, string what, Direction direction,
         PositionedElement partBefore, PositionedElement partAfter)
    {
        (_site, _what, _direction, _partBefore, _partAfter) = (site, what, direction, partBefore, partAfter);
        (_before, _after) = (Read(before), Read(after));
        (_othersBefore, _othersAfter) = (Others(before, _before), Others(after, _after));
    }

    public IEnumerable<Finding> Compare(int seed) =>
        [.. _direction == Direction.Parameters ? Sent() : Returned(), .. Schemas(seed), .. Ambiguous()];

    /// <summary>A request with a media type that nothing covers any longer fails.</summary>
    private IEnumerable<Finding> Sent()
    {
        foreach (var (range, content) in _before.Where(was => !_after.Exists(now => now.Range.Covers(was.Range))))
            yield return Finding(content, Change.Removed, Verdict.Breaking, Only(range) is { } only
                ? $"is now only accepted as {only}"
                : "is no longer accepted");
        foreach (var (_, content) in _after.Where(now => !_before.Exists(was => was.Range.Covers(now.Range))))
            yield return Finding(content, Change.Added, Verdict.Compatible, "is now accepted");
    }

    /// <summary>
    /// A client that accepts only a media type that is no longer returned fails. It never gets a new one, but a client that accepts
    /// everything may (RFC 9110, section 12.5.1).
    /// </summary>
    private IEnumerable<Finding> Returned()
    {
        foreach (var (range, content) in _before.Where(was => !_after.Exists(now => now.Range.Covers(was.Range))))
        {
            yield return Only(range) is { } only
                ? Finding(content, Change.Removed, Verdict.Compatible, $"is now only returned as {only}")
                : Finding(content, Change.Removed, Verdict.Breaking, "is no longer returned");
        }

        foreach (var (_, content) in _after.Where(now => !_before.Exists(was => was.Range.Covers(now.Range))))
            yield return Finding(content, Change.Added, Verdict.Behavior, "may now be returned");
    }

    /// <summary>Compares the schemas. Media types often share one, so each pair of schemas is compared once.</summary>
    private IEnumerable<Finding> Schemas(int seed)
    {
        var seen = new HashSet<(string, string)>();
        var reported = new HashSet<(string, string, string, Verdict, int)>();
        foreach (var was in _before)
        {
            var now = _after.Where(other => other.Range.Key == was.Range.Key)
                .Concat(_after.Where(other => other.Range.Covers(was.Range)))
                .Concat(_after.Where(other => was.Range.Covers(other.Range)))
                .FirstOrDefault();
            if (now.Content is null
                || (!seen.Add((was.Content.Schema.RawText + FormOf(was.Range), now.Content.Schema.RawText)) && !was.Range.IsForm))
                continue;
            var what = seen.Count == 1 ? _what : $"{_what} ({was.Content.MediaType})";
            var value = _direction == Direction.Results ? ValuePath.Result : ValuePath.Body;
            var (schemaBefore, schemaAfter) = (SchemaOf(was), SchemaOf(now));
            var same = new Dictionary<(string, Verdict), int>();
            foreach (var finding in _site.Schemas(schemaBefore, schemaAfter, _direction, what, value, seed, TextsOf(was.Range)))
            {
                // Two media types that share a schema have one finding, also if one of them sends it as text. A schema may have several
                // findings with the same words, for example about two branches.
                var words = (finding.Message[what.Length..], finding.Verdict);
                var number = same[words] = same.GetValueOrDefault(words) + 1;
                if (reported.Add((was.Content.Schema.RawText, now.Content.Schema.RawText, words.Item1, words.Verdict, number)))
                    yield return finding;
            }

            if (was.Range.IsForm)
            {
                var (mediaBefore, mediaAfter) = (
                    _partBefore["content"][was.Content.MediaType], _partAfter["content"][now.Content.MediaType]);
                foreach (var finding in EncodingComparison.Compare(mediaBefore, mediaAfter, was.Range, what, _direction, _site, seed))
                    yield return finding;
            }
        }
    }

    /// <summary>
    /// Reports media types that are written twice with different schemas, because the document does not say which of them applies.
    /// </summary>
    private IEnumerable<Finding> Ambiguous()
    {
        var (before, after) = (Texts(_othersBefore), Texts(_othersAfter));
        if (before == after)
            yield break;
        var content = (after.Length > 0 ? _othersAfter : _othersBefore)[0];
        yield return _site.Finding(
            SpecRules.MediaType,
            before.Length == 0 ? Change.Added : after.Length == 0 ? Change.Removed : Change.Changed,
            Verdict.Unproven,
            $"{_what}: the further schemas of {content.MediaType} have changed",
            _partBefore["content"][content.MediaType],
            _partAfter["content"][content.MediaType],
            _direction,
            "one media type is written twice with different schemas, and only the first one is compared");

        static string Texts(List<ApiContent> contents) =>
            string.Join('\n', contents.Select(content => content.Schema.RawText).Order(StringComparer.Ordinal));
    }

    // Bytes have no schema in 3.1, and a string of bytes in 3.0 (OpenAPI 3.1, section 4.8.14.1).
    private static PositionedElement SchemaOf((MediaRange Range, ApiContent Content) media) =>
        media.Range.IsBinary && media.Content.Schema["format"].AsString() is "binary"
            && media.Content.Schema["type"].AsString() is "string"
        || (media.Range.IsBinary && media.Content.Schema.ValueKind == System.Text.Json.JsonValueKind.Object
            && !media.Content.Schema.EnumerateObject().MoveNext())
            ? default
            : media.Content.Schema;

    private static TextValues? TextsOf(MediaRange range) =>
        range.IsForm || range.IsText ? new TextValues(CanBeEmpty: true) { HasBytes = range.IsMultipart } : null;

    private static string FormOf(MediaRange range) => TextsOf(range) is null ? "" : " as text";

    /// <summary>The new media types within a range, or null.</summary>
    private string? Only(MediaRange range)
    {
        var narrower = _after.Where(now => range.Covers(now.Range)).Select(now => now.Content.MediaType).ToList();
        return narrower.Count == 0 ? null : string.Join(" or ", narrower);
    }

    private Finding Finding(ApiContent content, Change change, Verdict verdict, string words) => _site.Finding(
        SpecRules.MediaType, change, verdict, $"{_what}: {content.MediaType} {words}", _partBefore["content"][content.MediaType],
         _partAfter["content"][content.MediaType], _direction);

    /// <summary>The further spellings of media types, with other schemas.</summary>
    private static List<ApiContent> Others(EquatableArray<ApiContent> contents, List<(MediaRange Range, ApiContent Content)> known) =>
        [.. contents.Where(content => known.Exists(one => one.Range.Key == MediaRange.Of(content.MediaType).Key
            && !ReferenceEquals(one.Content, content) && one.Content.Schema.RawText != content.Schema.RawText))];

    /// <summary>The media types, JSON first, each spelling once.</summary>
    private static List<(MediaRange Range, ApiContent Content)> Read(EquatableArray<ApiContent> contents) =>
        [.. contents.Select(content => (Range: MediaRange.Of(content.MediaType), content))
            .DistinctBy(pair => pair.Range.Key)
            .OrderByDescending(pair => pair.Range.IsJson)];
}
