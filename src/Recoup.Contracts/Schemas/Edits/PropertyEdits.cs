using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Compares properties, required properties and dependencies.</summary>
internal static class PropertyEdits
{
    public static void Find(EditSite here, Action<Form, Form, FormPath> compare)
    {
        var (before, after) = (here.Before, here.After);
        var renames = PropertyRenames.Of(before, after);
        foreach (var (was, now) in renames)
            Renamed(here, was, now);
        var renamed = renames.SelectMany(rename => (string[])[rename.Before, rename.After]).ToHashSet(StringComparer.Ordinal);
        foreach (var name in Union(before.Properties.Keys, after.Properties.Keys).Where(name => !renamed.Contains(name)))
            Property(here, name, compare);
        foreach (var name in Union(before.Required, after.Required)
            .Where(name => !renamed.Contains(name) && before.Required.Contains(name) != after.Required.Contains(name)))
            Required(here, name);
        foreach (var pattern in Union(before.PatternProperties.Keys, after.PatternProperties.Keys))
            Pattern(here, pattern, compare);
        foreach (var trigger in Union(before.DependentRequired.Keys, after.DependentRequired.Keys))
            DependentRequired(here, trigger);
        foreach (var trigger in Union(before.DependentSchemas.Keys, after.DependentSchemas.Keys))
            DependentSchema(here, trigger, compare);
    }

    /// <summary>A rename is one edit, whatever else changed about the property.</summary>
    private static void Renamed(EditSite here, string was, string now)
    {
        var (before, after) = (here.Before.Properties[was], here.After.Properties[now]);
        var (wasRequired, isRequired) = (here.Before.Required.Contains(was), here.After.Required.Contains(now));
        var also = EditFinder.Find(before, after).Select(edit => edit.Message);
        if (wasRequired != isRequired)
            also = also.Prepend(isRequired ? "it is now required" : "it is no longer required");
        here.Add(
            "properties",
            Change.Changed,
            $"'{was}' was renamed to '{now}'{EditWords.Also(also)}",
            (source, to) => Take(Take(source, to, was), to, now),
            before.Place,
            after.Place,
            was, now);
    }

    private static Form Take(Form source, Form to, string name) => source with
    {
        Properties = to.Properties.TryGetValue(name, out var part)
            ? source.Properties.SetItem(name, part)
            : source.Properties.Remove(name),
        Required = to.Required.Contains(name) ? source.Required.Add(name) : source.Required.Remove(name),
    };

    private static void Property(EditSite here, string name, Action<Form, Form, FormPath> compare)
    {
        var (inBefore, inAfter) = (here.Before.Properties.TryGetValue(
            name, out var before), here.After.Properties.TryGetValue(name, out var after));
        if (inBefore && inAfter)
        {
            compare(before!, after!, here.Path.Below(new Step(StepKind.Property, name)));
            return;
        }

        var (wasRequired, isRequired) = (here.Before.Required.Contains(name), here.After.Required.Contains(name));
        Form Take(Form source, Form to) => PropertyEdits.Take(source, to, name);
        if (inAfter && isRequired && !wasRequired)
            here.Add("required", Change.Added, $"'{name}' is new and required", Take, here.Before.PlaceOf("required"), after!.Place, name);
        else
            here.Add(
                "properties",
                inAfter ? Change.Added : Change.Removed,
                inAfter ? $"'{name}' was added" : $"'{name}' was removed",
                Take,
                inBefore ? before!.Place : default,
                inAfter ? after!.Place : here.After.PlaceOf("properties"),
                name);
    }

    private static void Required(EditSite here, string name)
    {
        var isRequired = here.After.Required.Contains(name);

        // A property that is added or removed together with its requirement is one edit.
        if (here.Before.Properties.ContainsKey(name) != here.After.Properties.ContainsKey(name)
            && isRequired == here.After.Properties.ContainsKey(name))
            return;
        here.Add("required", isRequired
            ? Change.Added
            : Change.Removed, isRequired ? $"'{name}' is now required" : $"'{name}' is no longer required",
            (source, to) =>
                source with { Required = to.Required.Contains(name) ? source.Required.Add(name) : source.Required.Remove(name) },
            PropertyPlace(here.Before, name), PropertyPlace(here.After, name), name);
    }

    private static void Pattern(EditSite here, string pattern, Action<Form, Form, FormPath> compare)
    {
        var (inBefore, inAfter) = (here.Before.PatternProperties.TryGetValue(
            pattern, out var before), here.After.PatternProperties.TryGetValue(pattern, out var after));
        if (inBefore && inAfter)
        {
            compare(before!, after!, here.Path.Below(new Step(StepKind.Pattern, pattern)));
            return;
        }

        here.Add("patternProperties", inAfter
            ? Change.Added
            : Change.Removed, $"properties that match {pattern} are {(inAfter ? "now described" : "no longer described")}",
            (source, to) => source with
            {
                PatternProperties = to.PatternProperties.TryGetValue(pattern, out var part)
                    ? source.PatternProperties.SetItem(pattern, part)
                    : source.PatternProperties.Remove(pattern),
            },
            inBefore ? before!.Place : default, inAfter ? after!.Place : here.After.PlaceOf("patternProperties"));
    }

    private static void DependentRequired(EditSite here, string trigger)
    {
        var (before, after) =
            (here.Before.DependentRequired.GetValueOrDefault(trigger), here.After.DependentRequired.GetValueOrDefault(trigger));
        if (before is not null && after is not null && before.SetEquals(after))
            return;
        var change = before is null ? Change.Added : after is null ? Change.Removed
            : after.IsSupersetOf(before) ? Change.Tightened : after.IsSubsetOf(before) ? Change.Loosened : Change.Changed;
        here.Add("dependentRequired", change, $"'{trigger}' {(after is null ? "no longer requires another "
            + "property" : "now requires " + string.Join(", ", after))}",
            (source, to) => source with
            {
                DependentRequired = to.DependentRequired.TryGetValue(trigger, out var names)
                    ? source.DependentRequired.SetItem(trigger, names)
                    : source.DependentRequired.Remove(trigger),
            });
    }

    private static void DependentSchema(EditSite here, string trigger, Action<Form, Form, FormPath> compare)
    {
        var (inBefore, inAfter) = (here.Before.DependentSchemas.TryGetValue(
            trigger, out var before), here.After.DependentSchemas.TryGetValue(trigger, out var after));
        if (inBefore && inAfter)
        {
            compare(before!, after!, here.Path.Below(new Step(StepKind.DependentSchema, trigger)));
            return;
        }

        here.Add("dependentSchemas", inAfter
            ? Change.Added
            : Change.Removed, $"if '{trigger}' is present, {(inAfter ? "a schema now applies" : "a schema no longer applies")}",
            (source, to) => source with
            {
                DependentSchemas = to.DependentSchemas.TryGetValue(trigger, out var part)
                    ? source.DependentSchemas.SetItem(trigger, part)
                    : source.DependentSchemas.Remove(trigger),
            });
    }

    private static Place PropertyPlace(Form form, string name) =>
        form.Properties.TryGetValue(name, out var property) && property.Place.Element.ValueKind != System.Text.Json.JsonValueKind.Undefined
            ? property.Place
            : form.PlaceOf("required");

    private static List<string> Union(IEnumerable<string> before, IEnumerable<string> after) =>
        [.. before.Union(after, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
