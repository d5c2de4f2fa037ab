using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Recoup.Contracts.Normalization;

namespace Recoup.Contracts.Verdicts;

/// <summary>Two schemas -> the edits that lead from one to the other, keyword by keyword.</summary>
internal sealed class EditFinder
{
    private readonly List<Edit> _edits = [];
    private readonly HashSet<(Form, Form)> _seen = [];

    private EditFinder()
    {
    }

    public static IReadOnlyList<Edit> Find(Form old, Form @new)
    {
        var finder = new EditFinder();
        finder.Compare(old, @new, FormPath.Root);
        return finder._edits;
    }

    private void Compare(Form old, Form @new, FormPath path)
    {
        if (IsSame(old, @new))
            return;
        (old, @new) = (FormPath.Expand(old), FormPath.Expand(@new));
        if (!_seen.Add((old, @new)))
            return;
        AnnotationEdits.Find(old, @new, path, _edits);
        if (old.Key != @new.Key && IsAnother(old, @new, path))
            return;
        var here = new EditSite(old, @new, path, _edits);
        AnyEdits(here);
        var shared = old.Kinds & @new.Kinds;
        if ((shared & Kinds.Number) != 0)
            NumberEdits.Find(here);
        if ((shared & Kinds.String) != 0)
            StringEdits.Find(here);
        if ((shared & Kinds.Array) != 0)
            Arrays(here);
        if ((shared & Kinds.Object) != 0)
            Objects(here);
        Parts(here);
    }

    private static bool IsSame(Form old, Form @new) => old.Key == @new.Key
        && (ReferenceEquals(old, @new) || (old.Place.Element.ValueKind != JsonValueKind.Undefined && old.Place.Element == @new.Place.Element));

    /// <summary>Schemas that have nothing in common are replaced as a whole.</summary>
    private bool IsAnother(Form old, Form @new, FormPath path)
    {
        var here = new EditSite(old, @new, path, _edits);
        if ((old.Kinds & @new.Kinds) == 0)
        {
            here.Add("type", old.IsNothing ? Change.Loosened : @new.IsNothing ? Change.Tightened : Change.Changed, EditWords.Kinds(old, @new), static (_, to) => to);
            return true;
        }

        // What else would be said of the inside of an object or array is said by the values.
        if (old.Values is null != @new.Values is null && (old.Values ?? @new.Values)!.Value.Any(value => value.Kind is Kinds.Object or Kinds.Array))
        {
            here.Add(EditWords.ValuesKeyword(old, @new), EditWords.ChangeOf(old.Values, @new.Values), EditWords.Values(old.Values, @new.Values), static (_, to) => to);
            return true;
        }

        foreach (var (keyword, before, after) in new[] { ("anyOf", old.AnyOf, @new.AnyOf), ("oneOf", old.OneOf, @new.OneOf) })
        {
            if (before.IsEmpty == after.IsEmpty || (old with { AnyOf = [], OneOf = [] }).Key == (@new with { AnyOf = [], OneOf = [] }).Key)
                continue;
            here.Add(keyword, before.IsEmpty ? Change.Added : Change.Removed,
                before.IsEmpty ? "the value must now match one of several schemas" : "the value no longer has to match one of several schemas", static (_, to) => to);
            return true;
        }

        return false;
    }

    private static void AnyEdits(EditSite here)
    {
        var (old, @new) = (here.Old, here.New);
        if (!SameValues(old.Values, @new.Values))
        {
            here.Add(EditWords.ValuesKeyword(old, @new), EditWords.ChangeOf(old.Values, @new.Values), EditWords.Values(old.Values, @new.Values),
                static (source, to) => KindGroups.Take(source, to) with { Values = to.Values });
        }
        else if (old.Kinds != @new.Kinds)
        {
            here.Add("type", EditWords.ChangeOf(old.Kinds, @new.Kinds), EditWords.Kinds(old, @new), KindGroups.Take);
        }
    }

    private static bool SameValues(ImmutableArray<Literal>? old, ImmutableArray<Literal>? @new) => (old, @new) switch
    {
        ({ } left, { } right) => left.SequenceEqual(right),
        (null, null) => true,
        _ => false,
    };

    private void Arrays(EditSite here)
    {
        var (old, @new) = (here.Old, here.New);
        here.Count("minItems", old.MinItems, @new.MinItems, 0, "minimum number of items", isLower: true, static (source, to) => source with { MinItems = to.MinItems });
        here.Count("maxItems", old.MaxItems, @new.MaxItems, null, "maximum number of items", isLower: false, static (source, to) => source with { MaxItems = to.MaxItems });
        if (old.UniqueItems != @new.UniqueItems)
        {
            here.Add("uniqueItems", @new.UniqueItems ? Change.Added : Change.Removed,
                @new.UniqueItems ? "its items must now be unique" : "its items may now repeat", static (source, to) => source with { UniqueItems = to.UniqueItems });
        }

        for (var i = 0; i < Math.Min(old.Prefix.Length, @new.Prefix.Length); i++)
            Compare(old.Prefix[i], @new.Prefix[i], here.Path.Below(new Step(StepKind.Prefix, "", i, i)));
        if (old.Prefix.Length != @new.Prefix.Length)
        {
            here.Add("prefixItems", old.Prefix.Length == 0 ? Change.Added : @new.Prefix.Length == 0 ? Change.Removed : Change.Changed,
                string.Create(CultureInfo.InvariantCulture, $"{old.Prefix.Length} first items had a schema, {@new.Prefix.Length} have one now"),
                static (source, to) => source with { Prefix = [.. to.Prefix.Select((part, i) => i < source.Prefix.Length ? source.Prefix[i] : part)] });
        }

        Part(here, "items", StepKind.Item, old.Items, @new.Items, "its items", static (source, to) => source with { Items = to.Items });
        Part(here, "contains", StepKind.Contains, old.Contains, @new.Contains, "an item that it must contain",
            static (source, to) => source with { Contains = to.Contains, MinContains = to.MinContains, MaxContains = to.MaxContains });
        if (old.Contains is not null && @new.Contains is not null)
        {
            here.Count("minContains", old.MinContains, @new.MinContains, 1, "minimum number of items that match 'contains'", isLower: true, static (source, to) => source with { MinContains = to.MinContains });
            here.Count("maxContains", old.MaxContains, @new.MaxContains, null, "maximum number of items that match 'contains'", isLower: false, static (source, to) => source with { MaxContains = to.MaxContains });
        }

        Part(here, "unevaluatedItems", StepKind.UnevaluatedItem, old.UnevaluatedItems, @new.UnevaluatedItems, "items that no other keyword describes",
            static (source, to) => source with { UnevaluatedItems = to.UnevaluatedItems });
    }

    private void Objects(EditSite here)
    {
        var (old, @new) = (here.Old, here.New);
        PropertyEdits.Find(here, Compare);
        Part(here, "additionalProperties", StepKind.Additional, old.Additional, @new.Additional, "properties that are not described",
            static (source, to) => source with { Additional = to.Additional });
        Part(here, "propertyNames", StepKind.Names, old.Names, @new.Names, "the names of its properties", static (source, to) => source with { Names = to.Names });
        here.Count("minProperties", old.MinProperties, @new.MinProperties, 0, "minimum number of properties", isLower: true, static (source, to) => source with { MinProperties = to.MinProperties });
        here.Count("maxProperties", old.MaxProperties, @new.MaxProperties, null, "maximum number of properties", isLower: false, static (source, to) => source with { MaxProperties = to.MaxProperties });
        Part(here, "unevaluatedProperties", StepKind.UnevaluatedProperty, old.UnevaluatedProperties, @new.UnevaluatedProperties, "properties that no other keyword describes",
            static (source, to) => source with { UnevaluatedProperties = to.UnevaluatedProperties });
    }

    private void Parts(EditSite here)
    {
        var (old, @new) = (here.Old, here.New);
        ListEdits.Find(here, "allOf", StepKind.AllOf, old.AllOf, @new.AllOf, Compare, static form => form.AllOf, static (form, parts) => form with { AllOf = parts });
        if (old.AnyOf.IsEmpty == @new.AnyOf.IsEmpty || old.OneOf.IsEmpty == @new.OneOf.IsEmpty)
        {
            ListEdits.Find(here, "anyOf", StepKind.AnyOf, old.AnyOf, @new.AnyOf, Compare, static form => form.AnyOf, static (form, parts) => form with { AnyOf = parts });
            ListEdits.Find(here, "oneOf", StepKind.OneOf, old.OneOf, @new.OneOf, Compare, static form => form.OneOf, static (form, parts) => form with { OneOf = parts });
        }
        else
        {
            here.Add("oneOf", old.OneOf.IsEmpty ? Change.Tightened : Change.Loosened,
                old.OneOf.IsEmpty ? "exactly one of its schemas must now match, not at least one" : "at least one of its schemas must now match, not exactly one",
                static (source, to) => source with { AnyOf = to.AnyOf, OneOf = to.OneOf });
        }

        if (old.Not?.Key != @new.Not?.Key)
        {
            here.Add("not", EditWords.ChangeOf(old.Not, @new.Not), old.Not is null ? "some values are now excluded" : @new.Not is null ? "no values are excluded any longer" : "other values are now excluded",
                static (source, to) => source with { Not = to.Not });
        }

        if (old.If?.Key != @new.If?.Key)
        {
            here.Add("if", EditWords.ChangeOf(old.If, @new.If), old.If is null ? "a condition was added" : @new.If is null ? "a condition was removed" : "a condition was changed",
                static (source, to) => source with { If = to.If, Then = to.Then, Else = to.Else });
        }
        else if (old.If is not null)
        {
            Compare(old.Then ?? Form.Anything, @new.Then ?? Form.Anything, here.Path.Below(new Step(StepKind.Then)));
            Compare(old.Else ?? Form.Anything, @new.Else ?? Form.Anything, here.Path.Below(new Step(StepKind.Else)));
        }
    }

    /// <summary>A part that is absent demands nothing. Two that both demand something are compared; else the part comes or goes.</summary>
    private void Part(EditSite here, string keyword, StepKind kind, Form? old, Form? @new, string what, Func<Form, Form, Form> take)
    {
        if (old is null && @new is null)
            return;
        if (old is { IsNothing: false } && @new is { IsNothing: false })
        {
            Compare(old, @new, here.Path.Below(new Step(kind)));
            return;
        }

        if (old?.Key == @new?.Key)
            return;
        var change = old is null ? Change.Added : @new is null ? Change.Removed : @new.IsNothing ? Change.Tightened : Change.Loosened;
        var message = (old, @new) switch
        {
            (null, { IsNothing: true }) or ({ IsNothing: false }, { IsNothing: true }) => $"{what}: no longer accepted",
            ({ IsNothing: true }, _) => $"{what}: now accepted",
            (null, _) => $"{what}: must now match a schema",
            _ => $"{what}: now unrestricted",
        };
        here.Add(keyword, change, message, take);
    }
}
