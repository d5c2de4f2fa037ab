namespace Recoup.Contracts.Schemas.Forms;

/// <summary>A step from a schema to a subschema.</summary>
/// <param name="Kind">The relation of the subschema to the schema.</param>
/// <param name="Name">The property, pattern or trigger.</param>
/// <param name="BeforeIndex">The index in the earlier schema's list.</param>
/// <param name="AfterIndex">The index in the later schema's list.</param>
internal sealed record Step(StepKind Kind, string Name = "", int BeforeIndex = 0, int AfterIndex = 0)
{
    /// <summary>Whether widening the subschema can only widen the schema.</summary>
    public bool IsMonotone => Kind is not (StepKind.OneOf or StepKind.UnevaluatedProperty or StepKind.UnevaluatedItem or StepKind.Contains);

    /// <summary>Whether the subschema applies to the same value as the schema.</summary>
    public bool IsInPlace =>
        Kind is StepKind.AllOf or StepKind.AnyOf or StepKind.OneOf or StepKind.Then or StepKind.Else or StepKind.DependentSchema;

    public int Index(Side side) => side == Side.Before ? BeforeIndex : AfterIndex;

    public Form Get(Form parent, Side side) => Kind switch
    {
        StepKind.Property => parent.Properties.GetValueOrDefault(Name, Form.Anything),
        StepKind.Pattern => parent.PatternProperties.GetValueOrDefault(Name, Form.Anything),
        StepKind.Additional => parent.Additional ?? Form.Anything,
        StepKind.Names => parent.Names ?? Form.Anything,
        StepKind.DependentSchema => parent.DependentSchemas.GetValueOrDefault(Name, Form.Anything),
        StepKind.Item => parent.Items ?? Form.Anything,
        StepKind.Prefix => Index(side) < parent.Prefix.Length ? parent.Prefix[Index(side)] : Form.Anything,
        StepKind.Contains => parent.Contains ?? Form.Anything,
        StepKind.AllOf => Conjuncts.Of(parent)[Index(side)],
        StepKind.AnyOf => parent.AnyOf[Index(side)],
        StepKind.OneOf => parent.OneOf[Index(side)],
        StepKind.Then => parent.Then ?? Form.Anything,
        StepKind.Else => parent.Else ?? Form.Anything,
        StepKind.UnevaluatedProperty => parent.UnevaluatedProperties ?? Form.Anything,
        _ => parent.UnevaluatedItems ?? Form.Anything,
    };

    public Form Set(Form parent, Form part, Side side) => Kind switch
    {
        StepKind.Property => parent with { Properties = parent.Properties.SetItem(Name, part) },
        StepKind.Pattern => parent with { PatternProperties = parent.PatternProperties.SetItem(Name, part) },
        StepKind.Additional => parent with { Additional = part },
        StepKind.Names => parent with { Names = part },
        StepKind.DependentSchema => parent with { DependentSchemas = parent.DependentSchemas.SetItem(Name, part) },
        StepKind.Item => parent with { Items = part },
        StepKind.Prefix => parent with { Prefix = parent.Prefix.SetItem(Index(side), part) },
        StepKind.Contains => parent with { Contains = part },
        StepKind.AllOf => Conjuncts.Set(parent, Index(side), part),
        StepKind.AnyOf => parent with { AnyOf = parent.AnyOf.SetItem(Index(side), part) },
        StepKind.OneOf => parent with { OneOf = parent.OneOf.SetItem(Index(side), part) },
        StepKind.Then => parent with { Then = part },
        StepKind.Else => parent with { Else = part },
        StepKind.UnevaluatedProperty => parent with { UnevaluatedProperties = part },
        _ => parent with { UnevaluatedItems = part },
    };
}
