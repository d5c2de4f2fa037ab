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

    /// <summary>What a check costs, for the order of checks that stop at the first violation.</summary>
    public virtual CheckCost Cost => CheckCost.Schemas;

    /// <summary>The schemas that the assertion may apply to the instance itself, not to a part of it.</summary>
    public virtual IEnumerable<SchemaNode> InPlace => [];

    /// <summary>Called once, when all schemas are compiled.</summary>
    public virtual void Link()
    {
    }

    /// <summary>Whether the instance satisfies the keyword. Violations are reported to <paramref name="run"/>.</summary>
    public abstract bool Check(JsonElement instance, ref Evaluation run);
}

/// <summary>The cost of a check, from the lowest to the highest.</summary>
internal enum CheckCost
{
    /// <summary>A comparison, such as a bound.</summary>
    Value,

    /// <summary>A search through all of a value, such as a pattern.</summary>
    Search,

    /// <summary>A pass over the properties or the items.</summary>
    Pass,

    /// <summary>Schemas that are applied to the same instance.</summary>
    Schemas,

    /// <summary>What depends on the result of all others.</summary>
    Last,
}
