using System.Collections.Immutable;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>The direct subschemas of a schema.</summary>
internal static class FormParts
{
    public static IEnumerable<Form> Of(Form form)
    {
        foreach (var list in (ImmutableArray<Form>[])[form.AllOf, form.AnyOf, form.OneOf, form.Prefix])
        {
            foreach (var part in list)
                yield return part;
        }

        foreach (var map in (ImmutableSortedDictionary<string, Form>[])[
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

    /// <summary>The schema with each direct subschema replaced; the schema itself if all replacements are the same.</summary>
    public static Form Map(Form form, Func<Form, Form> map)
    {
        if (Of(form).All(part => ReferenceEquals(part, map(part))))
            return form;
        return form with
        {
            AllOf = [.. form.AllOf.Select(map)],
            AnyOf = [.. form.AnyOf.Select(map)],
            OneOf = [.. form.OneOf.Select(map)],
            Prefix = [.. form.Prefix.Select(map)],
            Properties = Named(form.Properties),
            PatternProperties = Named(form.PatternProperties),
            DependentSchemas = Named(form.DependentSchemas),
            Items = One(form.Items),
            Contains = One(form.Contains),
            UnevaluatedItems = One(form.UnevaluatedItems),
            Additional = One(form.Additional),
            Names = One(form.Names),
            UnevaluatedProperties = One(form.UnevaluatedProperties),
            Not = One(form.Not),
            If = One(form.If),
            Then = One(form.Then),
            Else = One(form.Else),
        };

        Form? One(Form? part) => part is null ? null : map(part);

        ImmutableSortedDictionary<string, Form> Named(ImmutableSortedDictionary<string, Form> parts) =>
            parts.SetItems(parts.Select(pair => KeyValuePair.Create(pair.Key, map(pair.Value))).ToList());
    }
}
