using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Reading;

namespace Recoup.Schemas.Validation;

/// <summary>What a keyword, or several that are checked together, demands of an instance.</summary>
internal abstract class Assertion
{
    protected Assertion(KeywordSite site)
    {
        Source = site.Source;
        Keyword = site.Name;
    }

    /// <summary>The schema that the keyword stands in.</summary>
    public SchemaSource Source { get; }

    public string Keyword { get; }

    /// <summary>The schemas that may be applied to the very instance that is checked.</summary>
    public virtual IEnumerable<SchemaNode> InPlace => [];

    /// <summary>Whether the instance satisfies the keyword; reports to <paramref name="run"/> where it does not.</summary>
    public abstract bool Check(JsonElement instance, ref Evaluation run);
}
