using Recoup.Schemas.Compilation;
using Recoup.Schemas.Reading;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>A keyword that holds a list of schemas for the very instance it stands for.</summary>
internal abstract class SchemaListKeyword : Keyword
{
    public sealed override Subschemas Subschemas => Subschemas.Array;

    public sealed override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.ExpectAlternatives())
            builder.Assert(Kinds.All | Kinds.Name, Assert(site, site.Children()));
    }

    protected abstract ListAssertion Assert(KeywordSite site, SchemaNode[] nodes);

    internal abstract class ListAssertion(KeywordSite site, SchemaNode[] nodes) : Assertion(site)
    {
        public SchemaNode[] Nodes { get; } = nodes;

        public sealed override IEnumerable<SchemaNode> InPlace => Nodes;
    }
}
