namespace Recoup.Contracts.Schemas.Forms;

/// <summary>The keywords that may keep the branches of <c>allOf</c> apart. All others merge.</summary>
internal static class ConjunctTable
{
    public static IReadOnlyList<ConjunctRow> Rows { get; } =
    [
        new(
            static form => form.Pattern is not null,
            static form => new Form { Pattern = form.Pattern },
            static form => form with { Pattern = null }),
        new(
            static form => form.Prefix.Length > 0 || form.Items is not null,
            static form => new Form { Prefix = form.Prefix, Items = form.Items },
            static form => form with { Prefix = [], Items = null }),
        new(
            static form => form.Contains is not null,
            static form => new Form { Contains = form.Contains, MinContains = form.MinContains, MaxContains = form.MaxContains },
            static form => form with { Contains = null, MinContains = 1, MaxContains = null }),
        new(
            static form => form.Properties.Count > 0 || form.PatternProperties.Count > 0 || form.Additional is not null,
            static form => new Form
            {
                Properties = form.Properties,
                PatternProperties = form.PatternProperties,
                Additional = form.Additional,
            },
            static form => form with { Properties = Form.NoForms, PatternProperties = Form.NoForms, Additional = null }),
        new(
            static form => form.Names is not null,
            static form => new Form { Names = form.Names },
            static form => form with { Names = null }),
        new(
            static form => form.DependentSchemas.Count > 0,
            static form => new Form { DependentSchemas = form.DependentSchemas },
            static form => form with { DependentSchemas = Form.NoForms }),
        new(
            static form => form.AnyOf.Length > 0,
            static form => new Form { AnyOf = form.AnyOf },
            static form => form with { AnyOf = [] }),
        new(
            static form => form.OneOf.Length > 0,
            static form => new Form { OneOf = form.OneOf },
            static form => form with { OneOf = [] }),
        new(
            static form => form.Not is not null,
            static form => new Form { Not = form.Not },
            static form => form with { Not = null }),
        new(
            static form => form.If is not null,
            static form => new Form { If = form.If, Then = form.Then, Else = form.Else },
            static form => form with { If = null, Then = null, Else = null }),
        new(
            static form => form.Back is not null,
            static form => new Form { Back = form.Back },
            static form => form with { Back = null }),
    ];
}
