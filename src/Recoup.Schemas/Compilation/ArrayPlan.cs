using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Compilation;

/// <summary>What the keywords of one schema want of an array's items, gathered for one pass over them.</summary>
internal sealed class ArrayPlan
{
    private KeywordSite? _first;

    /// <summary>The schemas of the first items, by position, and the keyword that holds them.</summary>
    public SchemaNode[] Prefix { get; set; } = [];

    public string PrefixKeyword { get; set; } = "";

    /// <summary>The schema of all other items, and the keyword that holds it.</summary>
    public SchemaNode? Rest { get; set; }

    public string RestKeyword { get; set; } = "";

    /// <summary>The keyword that stands for the pass in locations.</summary>
    public void Use(KeywordSite site) => _first ??= site;

    public Assertion Build() => new ArrayAssertion(_first!.Value, Prefix, PrefixKeyword, Rest, RestKeyword);
}
