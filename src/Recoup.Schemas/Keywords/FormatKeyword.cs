using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Formats;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>format</c>: a well-known syntax of strings. It is checked only if the options or the metaschema say so.</summary>
internal sealed class FormatKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (!site.Expect(JsonValueKind.String, "the name of a format"))
            return;
        var asserts = site.Options.AssertFormat || site.Source.Resource.Dialect.AssertsFormat;
        if (asserts && FormatTable.Find(JsonNames.Of(site.Value), site.Draft) is { } format)
            builder.Assert(InstanceKinds.String, new Assertion(site, format));
    }

    internal sealed class Assertion(KeywordSite site, FormatRow format) : LeafAssertion(site.Source, site.Name)
    {
        public FormatRow Format => format;

        public override CheckCost Cost => CheckCost.Search;

        public override string Expected => format.Meaning;

        protected override bool Holds(JsonElement instance, ref Evaluation run)
        {
            var text = run.Text(instance);
            run.ChargePass(text.Length / 8);
            return format.IsMatch(JsonNames.FromUtf8(text));
        }
    }
}
