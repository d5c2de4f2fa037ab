using Recoup.Schemas.Compilation;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>const</c>: the one value allowed.</summary>
internal sealed class ConstKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder) =>
        builder.Assert(Kinds.All | Kinds.Name, new EnumKeyword.Assertion(site, [site.Value]));
}
