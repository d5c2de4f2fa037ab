using Recoup.Contracts.Normalization;

namespace Recoup.Contracts.Verdicts;

/// <summary>Properties by name and by pattern, what is required, what depends on what.</summary>
internal static class PropertyEdits
{
    public static void Find(EditSite here, Action<Form, Form, FormPath> compare)
    {
        var (old, @new) = (here.Old, here.New);
        foreach (var name in Union(old.Properties.Keys, @new.Properties.Keys))
            Property(here, name, compare);
        foreach (var name in Union(old.Required, @new.Required).Where(name => old.Required.Contains(name) != @new.Required.Contains(name)))
            Required(here, name);
        foreach (var pattern in Union(old.PatternProperties.Keys, @new.PatternProperties.Keys))
            Pattern(here, pattern, compare);
        foreach (var trigger in Union(old.DependentRequired.Keys, @new.DependentRequired.Keys))
            DependentRequired(here, trigger);
        foreach (var trigger in Union(old.DependentSchemas.Keys, @new.DependentSchemas.Keys))
            DependentSchema(here, trigger, compare);
    }

    private static void Property(EditSite here, string name, Action<Form, Form, FormPath> compare)
    {
        var (isOld, isNew) = (here.Old.Properties.TryGetValue(name, out var old), here.New.Properties.TryGetValue(name, out var @new));
        if (isOld && isNew)
        {
            compare(old!, @new!, here.Path.Below(new Step(StepKind.Property, name)));
            return;
        }

        var (wasRequired, isRequired) = (here.Old.Required.Contains(name), here.New.Required.Contains(name));
        Form Take(Form source, Form to) => source with
        {
            Properties = to.Properties.TryGetValue(name, out var part) ? source.Properties.SetItem(name, part) : source.Properties.Remove(name),
            Required = to.Required.Contains(name) ? source.Required.Add(name) : source.Required.Remove(name),
        };
        if (isNew && isRequired && !wasRequired)
            here.Add("required", Change.Added, $"'{name}' is new and required", Take, here.Old.PlaceOf("required"), @new!.Place);
        else
            here.Add("properties", isNew ? Change.Added : Change.Removed, isNew ? $"'{name}' was added" : $"'{name}' was removed", Take, isOld ? old!.Place : default, isNew ? @new!.Place : here.New.PlaceOf("properties"));
    }

    private static void Required(EditSite here, string name)
    {
        var isRequired = here.New.Required.Contains(name);

        // A property that comes or goes with its requirement is one edit.
        if (here.Old.Properties.ContainsKey(name) != here.New.Properties.ContainsKey(name) && isRequired == here.New.Properties.ContainsKey(name))
            return;
        here.Add("required", isRequired ? Change.Added : Change.Removed, isRequired ? $"'{name}' is now required" : $"'{name}' is no longer required",
            (source, to) => source with { Required = to.Required.Contains(name) ? source.Required.Add(name) : source.Required.Remove(name) },
            PropertyPlace(here.Old, name), PropertyPlace(here.New, name));
    }

    private static void Pattern(EditSite here, string pattern, Action<Form, Form, FormPath> compare)
    {
        var (isOld, isNew) = (here.Old.PatternProperties.TryGetValue(pattern, out var old), here.New.PatternProperties.TryGetValue(pattern, out var @new));
        if (isOld && isNew)
        {
            compare(old!, @new!, here.Path.Below(new Step(StepKind.Pattern, pattern)));
            return;
        }

        here.Add("patternProperties", isNew ? Change.Added : Change.Removed, $"properties that match {pattern} are {(isNew ? "now described" : "no longer described")}",
            (source, to) => source with
            {
                PatternProperties = to.PatternProperties.TryGetValue(pattern, out var part) ? source.PatternProperties.SetItem(pattern, part) : source.PatternProperties.Remove(pattern),
            },
            isOld ? old!.Place : default, isNew ? @new!.Place : here.New.PlaceOf("patternProperties"));
    }

    private static void DependentRequired(EditSite here, string trigger)
    {
        var (old, @new) = (here.Old.DependentRequired.GetValueOrDefault(trigger), here.New.DependentRequired.GetValueOrDefault(trigger));
        if (old is not null && @new is not null && old.SetEquals(@new))
            return;
        var change = old is null ? Change.Added : @new is null ? Change.Removed
            : @new.IsSupersetOf(old) ? Change.Tightened : @new.IsSubsetOf(old) ? Change.Loosened : Change.Changed;
        here.Add("dependentRequired", change, $"'{trigger}' {(@new is null ? "no longer requires another property" : "now requires " + string.Join(", ", @new))}",
            (source, to) => source with
            {
                DependentRequired = to.DependentRequired.TryGetValue(trigger, out var names) ? source.DependentRequired.SetItem(trigger, names) : source.DependentRequired.Remove(trigger),
            });
    }

    private static void DependentSchema(EditSite here, string trigger, Action<Form, Form, FormPath> compare)
    {
        var (isOld, isNew) = (here.Old.DependentSchemas.TryGetValue(trigger, out var old), here.New.DependentSchemas.TryGetValue(trigger, out var @new));
        if (isOld && isNew)
        {
            compare(old!, @new!, here.Path.Below(new Step(StepKind.DependentSchema, trigger)));
            return;
        }

        here.Add("dependentSchemas", isNew ? Change.Added : Change.Removed, $"if '{trigger}' is present, {(isNew ? "a schema now applies" : "a schema no longer applies")}",
            (source, to) => source with
            {
                DependentSchemas = to.DependentSchemas.TryGetValue(trigger, out var part) ? source.DependentSchemas.SetItem(trigger, part) : source.DependentSchemas.Remove(trigger),
            });
    }

    private static Place PropertyPlace(Form form, string name) =>
        form.Properties.TryGetValue(name, out var property) && property.Place.Element.ValueKind != System.Text.Json.JsonValueKind.Undefined ? property.Place : form.PlaceOf("required");

    private static List<string> Union(IEnumerable<string> old, IEnumerable<string> @new) =>
        [.. old.Union(@new, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
