namespace Recoup.AI.Dialects;

/// <summary>What a provider accepts as the definition of a tool. All lengths are in UTF-16 code units.</summary>
internal sealed record DialectRow
{
    public required Dialect Dialect { get; init; }

    /// <summary>The value of <c>--for</c>.</summary>
    public required string Option { get; init; }

    /// <summary>The day on which the sources were read.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Where the provider says so.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The names of tools.</summary>
    public required NameLimit Names { get; init; }

    /// <summary>The names of properties; null if all are accepted.</summary>
    public NameLimit? Keys { get; init; }

    /// <summary>Whether <c>anyOf</c>, <c>oneOf</c>, <c>allOf</c>, <c>enum</c> and <c>not</c> are accepted at the root.</summary>
    public bool AcceptsUnionAtRoot { get; init; }

    /// <summary>Whether <c>$ref</c> into the schema's own <c>$defs</c> is accepted.</summary>
    public bool AcceptsReferences { get; init; }

    /// <summary>Whether an array must have <c>items</c>.</summary>
    public bool NeedsItems { get; init; }

    /// <summary>The keywords that are accepted; null for all of JSON Schema 2020-12.</summary>
    public IReadOnlySet<string>? Keywords { get; init; }

    /// <summary>The values of <c>format</c> that are accepted for strings; null for all.</summary>
    public IReadOnlySet<string>? Formats { get; init; }

    /// <summary>Whether every object must have <c>additionalProperties: false</c> and must list all its properties as required.</summary>
    public bool NeedsClosedObjects { get; init; }

    /// <summary>Whether <c>type</c> must be one type. Null is then written as <c>nullable</c>.</summary>
    public bool NeedsOneType { get; init; }

    /// <summary>Whether an object below the root must have at least one property.</summary>
    public bool NeedsProperties { get; init; }

    /// <summary>Whether <c>enum</c> is accepted only for strings.</summary>
    public bool EnumeratesStringsOnly { get; init; }

    /// <summary>The limits of the whole schema; null if the provider names none.</summary>
    public SizeLimit? Size { get; init; }

    /// <summary>Whether the model is forced to follow the schema; null if the provider has no such switch.</summary>
    public bool? Strict { get; init; }

    /// <summary>Whether only a subset of the keywords exists, so that a schema must be written anew.</summary>
    public bool IsSubset => Keywords is not null;

    /// <summary>Whether a keyword is accepted.</summary>
    public bool Accepts(string keyword) => Keywords is null || Keywords.Contains(keyword);
}
