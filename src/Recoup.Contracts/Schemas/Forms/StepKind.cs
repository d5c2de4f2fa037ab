namespace Recoup.Contracts.Schemas.Forms;

/// <summary>How one schema stands in another.</summary>
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
