namespace Recoup.Contracts.Schemas.Forms;

/// <summary>The direct subschemas of a schema.</summary>
internal static class FormParts
{
    public static IEnumerable<Form> Of(Form form)
    {
        foreach (var list in (System.Collections.Immutable.ImmutableArray<Form>[])[form.AllOf, form.AnyOf, form.OneOf, form.Prefix])
        {
            foreach (var part in list)
                yield return part;
        }

        foreach (var map in (System.Collections.Immutable.ImmutableSortedDictionary<string, Form>[])[
            form.Properties, form.PatternProperties, form.DependentSchemas
        ])
        {
            foreach (var part in map.Values)
                yield return part;
        }

        foreach (var part in (Form?[])
            [
                form.Items,
                form.Contains,
                form.UnevaluatedItems,
                form.Additional,
                form.Names,
                form.UnevaluatedProperties,
                form.Not,
                form.If,
                form.Then,
                form.Else,
            ])
        {
            if (part is not null)
                yield return part;
        }
    }
}
