using Recoup.Schemas.Compilation;
using Recoup.Schemas.Reading;

namespace Recoup.Schemas.Keywords;

/// <summary>One meaning of a keyword. Stateless: what a schema says goes into the assertions it makes.</summary>
internal abstract class Keyword
{
    /// <summary>Where subschemas stand in the value.</summary>
    public virtual Subschemas Subschemas => Subschemas.None;

    /// <summary>Whether the keyword is read even where <c>$ref</c> makes its siblings meaningless.</summary>
    public virtual bool StandsBesideReference => false;

    /// <summary>Checks the keyword's value and adds what it demands.</summary>
    public abstract void Compile(KeywordSite site, NodeBuilder builder);
}
