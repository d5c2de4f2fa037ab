using Recoup.Schemas.Json;

namespace Recoup.Schemas.Sources;

/// <summary>The problems found so far, and the counters for the schema's limits.</summary>
internal sealed class ProblemList(JsonSchemaLimits limits)
{
    private const int Most = 1000;
    private readonly List<SchemaProblem> _problems = [];
    private int _subschemas;

    public IReadOnlyList<SchemaProblem> All => _problems;

    public JsonSchemaLimits Limits { get; } = limits;

    /// <summary>Whether to stop, because further problems would not help.</summary>
    public bool IsFull => _problems.Count >= Most || _subschemas > Limits.Subschemas;

    public void Add(SchemaSource source, string? keyword, string text)
    {
        if (_problems.Count >= Most)
            return;
        var pointer = keyword is null ? source.DocumentPointer : JsonPointer.Append(source.DocumentPointer, keyword);
        _problems.Add(new SchemaProblem(keyword is null ? source.Location : source.LocationOf(keyword), pointer, keyword, text));
    }

    public void CountSubschema(SchemaSource source)
    {
        if (++_subschemas == Limits.Subschemas + 1)
            Add(source, null, $"expected at most {Limits.Subschemas} subschemas in all");
    }
}
