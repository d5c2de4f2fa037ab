using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Groups the keywords by the kind of value they apply to.</summary>
internal static class KindGroups
{
    /// <summary>A schema with the types of another one, including the constraints on the types it did not have.</summary>
    public static Form Take(Form source, Form to)
    {
        var added = to.Kinds & ~source.Kinds;
        var form = source with { Kinds = to.Kinds };
        if ((added & ValueKinds.Number) != 0 && (source.Kinds & ValueKinds.Number) == 0)
            form = form with { Minimum = to.Minimum, Maximum = to.Maximum, MultipleOf = to.MultipleOf };
        if ((added & ValueKinds.String) != 0)
            form = form with { MinLength = to.MinLength, MaxLength = to.MaxLength, Pattern = to.Pattern };
        if ((added & ValueKinds.Array) != 0)
        {
            form = form with
            {
                Prefix = to.Prefix,
                Items = to.Items,
                Contains = to.Contains,
                MinContains = to.MinContains,
                MaxContains = to.MaxContains,
                MinItems = to.MinItems,
                MaxItems = to.MaxItems,
                UniqueItems = to.UniqueItems,
                UnevaluatedItems = to.UnevaluatedItems,
            };
        }

        if ((added & ValueKinds.Object) == 0)
            return form;
        return form with
        {
            Properties = to.Properties,
            PatternProperties = to.PatternProperties,
            Additional = to.Additional,
            Names = to.Names,
            Required = to.Required,
            MinProperties = to.MinProperties,
            MaxProperties = to.MaxProperties,
            DependentRequired = to.DependentRequired,
            DependentSchemas = to.DependentSchemas,
            UnevaluatedProperties = to.UnevaluatedProperties,
        };
    }
}
