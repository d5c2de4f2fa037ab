using System.Collections.Immutable;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// The schemas that a value must satisfy together: groups of the schema's own keywords, each as a schema, and the branches of <c>allOf</c>.
/// Whether a group is beside <c>allOf</c> or in a branch of it means the same.
/// </summary>
internal static class Conjuncts
{
    public static ImmutableArray<Form> Of(Form form) => [.. Own(form).Select(row => Only(form, row)), .. form.AllOf];

    /// <summary>A group of keywords as a schema, at the place of the schema that has it.</summary>
    public static Form Only(Form form, ConjunctRow row) => row.Only(form) with { Place = form.Place, Places = form.Places };

    /// <summary>The schema without groups and branches.</summary>
    public static Form Rest(Form form) => ConjunctTable.Rows.Aggregate(form with { AllOf = [] }, (rest, row) => row.Without(rest));

    /// <summary>The schema with another conjunct in the place of one.</summary>
    public static Form Set(Form form, int index, Form conjunct)
    {
        var own = Own(form).ToList();
        return index < own.Count
            ? own[index].Without(form) with { AllOf = form.AllOf.Add(conjunct) }
            : form with { AllOf = form.AllOf.SetItem(index - own.Count, conjunct) };
    }

    /// <summary>The schema without a conjunct if it has the conjunct, otherwise with it.</summary>
    public static Form Toggle(Form form, Form conjunct)
    {
        var own = Own(form).FirstOrDefault(row => row.Only(form).Key == conjunct.Key);
        if (own is not null)
            return own.Without(form);
        var branch = form.AllOf.FirstOrDefault(part => part.Key == conjunct.Key);
        return form with { AllOf = branch is null ? form.AllOf.Add(conjunct) : form.AllOf.Remove(branch) };
    }

    private static IEnumerable<ConjunctRow> Own(Form form) => ConjunctTable.Rows.Where(row => row.IsIn(form));
}
