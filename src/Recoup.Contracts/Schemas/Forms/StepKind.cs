namespace Recoup.Contracts.Schemas.Forms;

/// <summary>The relations of a subschema to its schema.</summary>
internal enum StepKind
{
    Property,
    Pattern,
    Additional,
    Names,
    DependentSchema,
    Item,
    Prefix,
    Contains,
    /// <summary>A conjunct: a branch of <c>allOf</c>, or a group of the schema's own keywords.</summary>
    AllOf,
    AnyOf,
    OneOf,
    Then,
    Else,
    UnevaluatedProperty,
    UnevaluatedItem,
}
