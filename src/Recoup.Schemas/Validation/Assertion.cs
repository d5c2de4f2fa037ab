using System.Text.Json;
using Recoup.Schemas.Sources;

namespace Recoup.Schemas.Validation;

/// <summary>What a keyword, or several keywords that are checked in one pass, require of an instance.</summary>
internal abstract class Assertion(SchemaSource source, string keyword)
{
    /// <summary>The schema that holds the keyword.</summary>
    public SchemaSource Source { get; } = source;

    public string Keyword { get; } = keyword;

    /// <summary>Whether the keyword is a reference to another schema.</summary>
    public virtual bool IsReference => false;

    /// <summary>How many steps the assertion adds to an evaluation of its schema: the number of schemas in a list.</summary>
    public virtual int Weight => 0;

    /// <summary>The schemas that the assertion may apply to the instance itself, not to a part of it.</summary>
    public virtual IEnumerable<SchemaNode> InPlace => [];

    /// <summary>Whether the instance satisfies the keyword. Violations are reported to <paramref name="run"/>.</summary>
    public abstract bool Check(JsonElement instance, ref Evaluation run);
}
