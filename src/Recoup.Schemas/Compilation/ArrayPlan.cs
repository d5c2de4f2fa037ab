using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Compilation;

/// <summary>Collects what the keywords of one schema require of items, so that one pass can check all of it.</summary>
internal sealed class ArrayPlan
{
    private KeywordSite? _first;

    /// <summary>The schemas of the first items, by position.</summary>
    public SchemaNode[] Prefix { get; set; } = [];

    public string PrefixKeyword { get; set; } = "";

    /// <summary>The schema of all other items.</summary>
    public SchemaNode? Rest { get; set; }

    public string RestKeyword { get; set; } = "";

    /// <summary>Sets the keyword that locations of the pass show, unless another keyword was first.</summary>
    public void Use(KeywordSite site) => _first ??= site;

    public Assertion Build() =>
        new ArrayAssertion(_first!.Value.Source, _first.Value.Name, Prefix, PrefixKeyword, Rest, RestKeyword);
}
