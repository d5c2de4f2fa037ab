using System.Text;

namespace Recoup.Contracts.Documents.Wire;

/// <summary>
/// A path as HTTP sees it. The names of path parameters are not sent (OpenAPI 3.1, section 4.8.8: templated paths that differ only in
/// these names are identical), and equivalent spellings of a URI are one.
/// </summary>
/// <param name="Text">The path in normal form, with <c>{}</c> for each parameter.</param>
/// <param name="Names">The names of the parameters, in order.</param>
internal sealed record PathShape(string Text, IReadOnlyList<string> Names)
{
    /// <summary>Reads a path with <c>{name}</c> for each parameter.</summary>
    public static PathShape Of(string path)
    {
        // A fragment is never sent (RFC 3986, section 3.5).
        if (path.IndexOf('#') is >= 0 and var fragment)
            path = path[..fragment];
        var segments = new List<(string Text, List<string> Names)>();
        var (segment, names, literal) = (new StringBuilder(), new List<string>(), new StringBuilder());
        var lastClose = path.LastIndexOf('}');
        for (var i = 0; i <= path.Length; i++)
        {
            var close = i < lastClose && path[i] == '{' ? path.IndexOf('}', i) : -1;
            if (i < path.Length && path[i] != '/' && close < 0)
            {
                literal.Append(path[i]);
                continue;
            }

            segment.Append(UriText.Normalize(literal.ToString()));
            literal.Clear();
            if (close >= 0)
            {
                names.Add(path[(i + 1)..close]);
                segment.Append("{}");
                i = close;
                continue;
            }

            AddSegment(segments, segment.ToString(), names, isLast: i == path.Length);
            segment.Clear();
            names = [];
        }

        return new PathShape(
            string.Join('/', segments.Select(one => one.Text)), [.. segments.SelectMany(one => one.Names)]);
    }

    /// <summary>The place of a parameter in the path; null if the path does not have it.</summary>
    public int? IndexOf(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name)
                return i;
        }

        return null;
    }

    // RFC 3986, section 5.2.4: clients remove the segments '.' and '..' before they send a request.
    private static void AddSegment(List<(string Text, List<string> Names)> segments, string text, List<string> names, bool isLast)
    {
        if (text is not ("." or ".."))
        {
            segments.Add((text, names));
            return;
        }

        if (text == ".." && segments.Count > 1)
            segments.RemoveAt(segments.Count - 1);
        if (isLast)
            segments.Add(("", []));
    }
}
