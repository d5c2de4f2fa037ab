using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Recoup.Contracts.Schemas.Forms;
using MemberAccess = Recoup.Binding.Types.MemberAccess;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Finds the edits that lead from one schema to another, keyword by keyword.</summary>
internal sealed class EditFinder
{
    private readonly List<Edit> _edits = [];
    private readonly HashSet<(Form, Form)> _seen = [];
    private readonly Queue<(Form Before, Form After, FormPath Path)> _open = new();

    private EditFinder()
    {
    }

    public static IReadOnlyList<Edit> Find(Form before, Form after)
    {
        var finder = new EditFinder();

        // Nearest places first: a recursive schema is compared where it starts, not below.
        finder.Compare(before, after, FormPath.Root);
        while (finder._open.TryDequeue(out var next))
            finder.Visit(next.Before, next.After, next.Path);
        return finder._edits;
    }

    private void Compare(Form before, Form after, FormPath path) => _open.Enqueue((before, after, path));

    private void Visit(Form before, Form after, FormPath path)
    {
        if (IsSame(before, after))
            return;
        if (before.Access != MemberAccess.Both || after.Access != MemberAccess.Both)
        {
            AnnotationEdits.FindAccess(before, after, path, _edits);
            return;
        }

        (before, after) = (FormPath.Expand(before), FormPath.Expand(after));
        if (!_seen.Add((before, after)))
            return;
        AnnotationEdits.Find(before, after, path, _edits);

        // Keywords that a branch of allOf has on either side are compared as conjuncts: where they are written means nothing.
        var whole = new EditSite(before, after, path, _edits);
        var spread = ConjunctTable.Rows.Where(row => before.AllOf.Any(row.IsIn) || after.AllOf.Any(row.IsIn)).ToList();
        (before, after) = (Without(before, spread), Without(after, spread));
        if (before.Key != after.Key && IsAnother(before, after, path))
            return;
        var here = new EditSite(before, after, path, _edits);
        AnyEdits(here);
        var shared = before.Kinds & after.Kinds;
        if ((shared & ValueKinds.Number) != 0)
            NumberEdits.Find(here);
        if ((shared & ValueKinds.String) != 0)
            StringEdits.Find(here);
        if ((shared & ValueKinds.Array) != 0)
            Arrays(here);
        if ((shared & ValueKinds.Object) != 0)
            Objects(here);
        Parts(here);
        ListEdits.Conjoined(whole, spread, Compare);
    }

    private static Form Without(Form form, List<ConjunctRow> rows) =>
        rows.Count == 0 && form.AllOf.IsEmpty ? form : rows.Aggregate(form with { AllOf = [] }, (rest, row) => row.Without(rest));

    private static bool IsSame(Form before, Form after) => before.Key == after.Key
        && (ReferenceEquals(before, after)
            || (before.Place.Element.ValueKind != JsonValueKind.Undefined && before.Place.Element == after.Place.Element));

    /// <summary>Reports schemas with nothing in common as replaced.</summary>
    private bool IsAnother(Form before, Form after, FormPath path)
    {
        var here = new EditSite(before, after, path, _edits);

        // Of values that are sent as texts, the listed ones may be read as other kinds than the document names.
        var areListed = before.Values is not null && after.Values is not null && EditWords.Written(before) == EditWords.Written(after);
        if ((before.Kinds & after.Kinds) == 0 && !areListed)
        {
            here.Add(
                "type",
                before.IsNothing ? Change.Loosened : after.IsNothing ? Change.Tightened : Change.Changed,
                EditWords.Kinds(before, after),
                static (_, to) => to);
            return true;
        }

        // The values already describe the content of an object or array.
        if (before.Values is null != after.Values is null
            && (before.Values ?? after.Values)!.Value.Any(value => value.Kind is ValueKinds.Object or ValueKinds.Array))
        {
            here.Add(
                EditWords.ValuesKeyword(before, after),
                EditWords.ChangeOf(before.Values, after.Values),
                EditWords.Values(before.Values, after.Values),
                static (_, to) => to);
            return true;
        }

        foreach (var (keyword, branchesBefore, branchesAfter) in new[]
        {
            ("anyOf", before.AnyOf, after.AnyOf),
            ("oneOf", before.OneOf, after.OneOf),
        })
        {
            if (branchesBefore.IsEmpty == branchesAfter.IsEmpty
                || (before with { AnyOf = [], OneOf = [] }).Key == (after with { AnyOf = [], OneOf = [] }).Key)
                continue;
            here.Add(keyword, branchesBefore.IsEmpty ? Change.Added : Change.Removed,
                branchesBefore.IsEmpty
                    ? "the value must now match one of several schemas"
                    : "the value no longer has to match one of several schemas", static (_, to) => to);
            return true;
        }

        return false;
    }

    private static void AnyEdits(EditSite here)
    {
        var (before, after) = (here.Before, here.After);
        if (!SameValues(before.Values, after.Values))
        {
            here.Add(EditWords.ValuesKeyword(
                before, after), EditWords.ChangeOf(before.Values, after.Values), EditWords.Values(before.Values, after.Values),
                static (source, to) => KindGroups.Take(source, to) with { Values = to.Values });
        }
        else if (before.Kinds != after.Kinds && EditWords.Written(before) != EditWords.Written(after))
        {
            here.Add("type", EditWords.ChangeOf(before.Kinds, after.Kinds), EditWords.Kinds(before, after), KindGroups.Take);
        }
    }

    private static bool SameValues(ImmutableArray<Literal>? before, ImmutableArray<Literal>? after) => (before, after) switch
    {
        ({ } left, { } right) => left.SequenceEqual(right),
        (null, null) => true,
        _ => false,
    };

    private void Arrays(EditSite here)
    {
        var (before, after) = (here.Before, here.After);
        here.Count(
            "minItems",
            before.MinItems,
            after.MinItems,
            0,
            "minimum number of items",
            isLower: true,
            static (source, to) => source with { MinItems = to.MinItems });
        here.Count(
            "maxItems",
            before.MaxItems,
            after.MaxItems,
            null,
            "maximum number of items",
            isLower: false,
            static (source, to) => source with { MaxItems = to.MaxItems });
        if (before.UniqueItems != after.UniqueItems)
        {
            here.Add("uniqueItems", after.UniqueItems ? Change.Added : Change.Removed,
                after.UniqueItems ? "its items must now be unique" : "its items may now repeat",
                 static (source, to) => source with { UniqueItems = to.UniqueItems });
        }

        for (var i = 0; i < Math.Min(before.Prefix.Length, after.Prefix.Length); i++)
            Compare(before.Prefix[i], after.Prefix[i], here.Path.Below(new Step(StepKind.Prefix, "", i, i)));
        if (before.Prefix.Length != after.Prefix.Length)
        {
            here.Add("prefixItems", before.Prefix.Length == 0 ? Change.Added : after.Prefix.Length == 0 ? Change.Removed : Change.Changed,
                string.Create(
                    CultureInfo.InvariantCulture, $"{before.Prefix.Length} first items had a schema, {after.Prefix.Length} have one now"),
                static (source, to) =>
                    source with { Prefix = [.. to.Prefix.Select((part, i) => i < source.Prefix.Length ? source.Prefix[i] : part)] });
        }

        Part(here, "items", StepKind.Item, before.Items, after.Items, "its items", static (source, to) => source with { Items = to.Items });
        Part(here, "contains", StepKind.Contains, before.Contains, after.Contains, "an item that it must contain",
            static (source, to) => source with { Contains = to.Contains, MinContains = to.MinContains, MaxContains = to.MaxContains });
        if (before.Contains is not null && after.Contains is not null)
        {
            here.Count(
                "minContains",
                before.MinContains,
                after.MinContains,
                1,
                "minimum number of items that match 'contains'",
                isLower: true,
                static (source, to) => source with { MinContains = to.MinContains });
            here.Count(
                "maxContains",
                before.MaxContains,
                after.MaxContains,
                null,
                "maximum number of items that match 'contains'",
                isLower: false,
                static (source, to) => source with { MaxContains = to.MaxContains });
        }

        Part(here, "unevaluatedItems", StepKind.UnevaluatedItem, before.UnevaluatedItems, after.UnevaluatedItems, "items that no other "
            + "keyword describes",
            static (source, to) => source with { UnevaluatedItems = to.UnevaluatedItems });
    }

    private void Objects(EditSite here)
    {
        var (before, after) = (here.Before, here.After);
        PropertyEdits.Find(here, Compare);
        Part(here, "additionalProperties", StepKind.Additional, before.Additional, after.Additional, "properties that are not described",
            static (source, to) => source with { Additional = to.Additional });
        Part(
            here,
            "propertyNames",
            StepKind.Names,
            before.Names,
            after.Names,
            "the names of its properties",
            static (source, to) => source with { Names = to.Names });
        here.Count(
            "minProperties",
            before.MinProperties,
            after.MinProperties,
            0,
            "minimum number of properties",
            isLower: true,
            static (source, to) => source with { MinProperties = to.MinProperties });
        here.Count(
            "maxProperties",
            before.MaxProperties,
            after.MaxProperties,
            null,
            "maximum number of properties",
            isLower: false,
            static (source, to) => source with { MaxProperties = to.MaxProperties });
        Part(
            here,
            "unevaluatedProperties",
            StepKind.UnevaluatedProperty,
            before.UnevaluatedProperties,
            after.UnevaluatedProperties,
            "properties that no other keyword describes",
            static (source, to) => source with { UnevaluatedProperties = to.UnevaluatedProperties });
    }

    private void Parts(EditSite here)
    {
        var (before, after) = (here.Before, here.After);
        if (before.AnyOf.IsEmpty == after.AnyOf.IsEmpty || before.OneOf.IsEmpty == after.OneOf.IsEmpty)
        {
            ListEdits.Alternatives(
                here,
                "anyOf",
                StepKind.AnyOf,
                Compare,
                static form => form.AnyOf,
                static (form, parts) => form with { AnyOf = parts });
            ListEdits.Alternatives(
                here,
                "oneOf",
                StepKind.OneOf,
                Compare,
                static form => form.OneOf,
                static (form, parts) => form with { OneOf = parts });
        }
        else
        {
            here.Add("oneOf", before.OneOf.IsEmpty ? Change.Tightened : Change.Loosened,
                before.OneOf.IsEmpty
                    ? "exactly one of its schemas must now match, not at least one"
                    : "at least one of its schemas must now match, not exactly one",
                static (source, to) => source with { AnyOf = to.AnyOf, OneOf = to.OneOf });
        }

        if (before.Not?.Key != after.Not?.Key)
        {
            here.Add("not", EditWords.ChangeOf(before.Not, after.Not), before.Not is null
                ? "some values are now excluded"
                : after.Not is null ? "no values are excluded any longer" : "other values are now excluded",
                static (source, to) => source with { Not = to.Not });
        }

        if (before.If?.Key != after.If?.Key)
        {
            Condition(before, after, here);
        }
        else if (before.If is not null)
        {
            Compare(before.Then ?? Form.Anything, after.Then ?? Form.Anything, here.Path.Below(new Step(StepKind.Then)));
            Compare(before.Else ?? Form.Anything, after.Else ?? Form.Anything, here.Path.Below(new Step(StepKind.Else)));
        }
    }

    // A condition means nothing without its consequences. If they have changed too, the edit is of the schema that has all of them.
    private static void Condition(Form before, Form after, EditSite here)
    {
        var isAlone = before.Then?.Key == after.Then?.Key && before.Else?.Key == after.Else?.Key;
        var message = before.If is null ? "a condition was added"
            : after.If is null ? "a condition was removed"
            : isAlone ? "a condition was changed"
            : "a condition and its consequences were changed";
        var change = EditWords.ChangeOf(before.If, after.If);
        if (isAlone)
            here.Add("if", change, message, Take);
        else
            here.Add("if", change, message, Take, before.Place, after.Place);

        static Form Take(Form source, Form to) => source with { If = to.If, Then = to.Then, Else = to.Else };
    }

    /// <summary>
    /// Compares a subschema if both sides have one; otherwise reports that it was added or removed. An absent subschema accepts everything.
    /// </summary>
    private void Part(EditSite here, string keyword, StepKind kind, Form? before, Form? after, string what, Func<Form, Form, Form> take)
    {
        if (before is null && after is null)
            return;
        if (before is { IsNothing: false } && after is { IsNothing: false })
        {
            Compare(before, after, here.Path.Below(new Step(kind)));
            return;
        }

        if (before?.Key == after?.Key)
            return;
        var change = before is null ? Change.Added : after is null ? Change.Removed : after.IsNothing ? Change.Tightened : Change.Loosened;
        var message = (before, after) switch
        {
            (null, { IsNothing: true }) or ({ IsNothing: false }, { IsNothing: true }) => $"{what}: no longer accepted",
            ({ IsNothing: true }, _) => $"{what}: now accepted",
            (null, _) => $"{what}: must now match a schema",
            _ => $"{what}: now unrestricted",
        };
        here.Add(keyword, change, message, take);
    }
}
