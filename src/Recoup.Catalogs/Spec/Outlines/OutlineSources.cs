using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec.Outlines;

/// <summary>Leads from the places of an outline back to those of its document.</summary>
/// <param name="root">The document.</param>
internal sealed class OutlineSources(PositionedElement root)
{
    private readonly Dictionary<string, SpecValue> _sources = new(StringComparer.Ordinal);

    /// <summary>Notes that a path item or component of the outline stands at another place of the document.</summary>
    /// <param name="pointer">Its place in the outline.</param>
    /// <param name="value">Its value in the document.</param>
    public void Set(string pointer, SpecValue value) => _sources[pointer] = value;

    /// <summary>The value of the document at a place of the outline; undefined if there is none.</summary>
    public PositionedElement Find(string pointer)
    {
        var (source, below) = SourceOf(pointer);
        return source.Element.TryResolve(below, out var value) ? value : default;
    }

    /// <summary>The place in the document of a place of the outline.</summary>
    public string PointerOf(string pointer)
    {
        var (source, below) = SourceOf(pointer);
        return source.Pointer + below;
    }

    private (SpecValue Source, string Below) SourceOf(string pointer)
    {
        var end = pointer.StartsWith("/components/", StringComparison.Ordinal) ? EndOfStep(pointer, 3) : EndOfStep(pointer, 2);
        return _sources.TryGetValue(pointer[..end], out var source)
            ? (source, pointer[end..])
            : (new SpecValue(root, ""), pointer);
    }

    private static int EndOfStep(string pointer, int steps)
    {
        var end = 0;
        for (; steps > 0 && end >= 0 && end < pointer.Length; steps--)
            end = pointer.IndexOf('/', end + 1);
        return end < 0 ? pointer.Length : end;
    }
}
