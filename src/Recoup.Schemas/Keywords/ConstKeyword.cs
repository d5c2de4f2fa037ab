using Recoup.Schemas.Compilation;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>const</c>: the only allowed value.</summary>
internal sealed class ConstKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder) =>
        builder.Assert(InstanceKinds.All, new EnumKeyword.Assertion(site, [site.Value]));
}
