using System.Text.Json;
using Recoup.Schemas.Compilation;

namespace Recoup.Schemas.Keywords;

/// <summary>A string that is read elsewhere, or an annotation. Only its kind is checked.</summary>
internal sealed class StringKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder) => site.Expect(JsonValueKind.String, "a string");
}
