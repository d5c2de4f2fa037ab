using Recoup.Schemas.Json;

namespace Recoup.Schemas.Sources;

/// <summary>The problems found so far, and the counters for the schema's limits.</summary>
internal sealed class ProblemList(JsonSchemaLimits limits)
{
    private const int Most = 1000;
    private readonly List<(SchemaSource Document, SchemaProblem Problem)> _problems = [];

    public JsonSchemaLimits Limits { get; } = limits;

    /// <summary>How many schemas were read.</summary>
    public int Subschemas { get; private set; }

    /// <summary>Whether to stop, because further problems would not help.</summary>
    public bool IsFull => _problems.Count >= Most || Subschemas > Limits.Subschemas;

    public void Add(SchemaSource source, string? keyword, string text)
    {
        if (_problems.Count >= Most)
            return;
        var pointer = keyword is null ? source.DocumentPointer : JsonPointer.Append(source.DocumentPointer, keyword);
        var location = keyword is null ? source.Location : source.LocationOf(keyword);
        _problems.Add((source.Document, new SchemaProblem(location, pointer, keyword, text)));
    }

    /// <summary>
    /// The problems of a document, and after them the problems of other documents in which one of the given schemas is. Further documents
    /// may have been read in search of an id. Their problems do not matter.
    /// </summary>
    public IReadOnlyList<SchemaProblem> Of(SchemaSource document, IEnumerable<SchemaSource> used)
    {
        if (_problems.Count == 0)
            return [];
        var others = new HashSet<SchemaSource>(used.Select(source => source.Document));
        var own = _problems.Where(found => found.Document == document);
        return [.. own.Concat(_problems.Where(found => found.Document != document && others.Contains(found.Document)))
            .Select(found => found.Problem)];
    }

    public void CountSubschema(SchemaSource source)
    {
        if (++Subschemas == Limits.Subschemas + 1)
            Add(source, null, $"expected at most {Limits.Subschemas} subschemas in all");
    }
}
