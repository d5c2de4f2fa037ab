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
    AllOf,
    AnyOf,
    OneOf,
    Then,
    Else,
    UnevaluatedProperty,
    UnevaluatedItem,
}
