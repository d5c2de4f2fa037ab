using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>A keyword with a list of schemas for the same instance.</summary>
internal abstract class SchemaListKeyword : Keyword
{
    public sealed override Subschemas Subschemas => Subschemas.Array;

    public sealed override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.ExpectAlternatives())
            builder.Assert(InstanceKinds.All, Assert(site, site.Children()));
    }

    protected abstract ListAssertion Assert(KeywordSite site, SchemaNode[] nodes);

    internal abstract class ListAssertion(KeywordSite site, SchemaNode[] nodes) : Assertion(site.Source, site.Name)
    {
        public SchemaNode[] Nodes { get; } = nodes;

        public sealed override int Weight => Nodes.Length;

        public sealed override IEnumerable<SchemaNode> InPlace => Nodes;
    }

    /// <summary>A list of alternatives. Of a union of objects, an evaluation tries only those that its discriminator selects.</summary>
    internal abstract class UnionAssertion(KeywordSite site, SchemaNode[] nodes) : ListAssertion(site, nodes)
    {
        private Discriminator? _discriminator;

        public sealed override void Link() => _discriminator = Discriminator.Of(Nodes);

        /// <summary>The schemas that can match the instance, in their order.</summary>
        protected SchemaNode[] Candidates(JsonElement instance, ref Evaluation run) =>
            _discriminator is null ? Nodes : _discriminator.Candidates(instance, ref run);
    }
}
