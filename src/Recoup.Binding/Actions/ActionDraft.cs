using System.Text.Json;
using Recoup.Binding.Problems;
using Recoup.Binding.Types;
using Recoup.Binding.Types.Features;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>An action whose schemas are bound but whose types have no names yet.</summary>
internal sealed record ActionDraft(
    PlannedAction Planned,
    IReadOnlyList<MemberDraft> Members,
    TypeUse? Additional,
    TypeUse? Result,
    IReadOnlyList<string> UnusedFiles)
{
    public CatalogAction Action => Planned.Action;

    public string MethodName => Planned.MethodName;

    public static ActionDraft Bind(PlannedAction planned, bool bindsResult, List<Problem> problems)
    {
        var schema = planned.Action.ParametersSource;
        var binder = new TypeBinder(TypeFeatureTable.Rows, planned.Action.Slug, schema, planned.Overrides?.Files ?? default);
        var result = bindsResult ? ResultSchema.Bind(planned.Action) : null;
        var place = Place.Root;
        if (schema.ValueKind == JsonValueKind.Undefined)
            return new ActionDraft(
                planned, [], BoundType.Json.Use, result, planned.Overrides is { } overrides ? [.. overrides.Files] : []);

        var parts = AllOfFeature.Parts(schema, binder);
        var members = MemberBinder.Bind(parts, place, binder).ToArray();
        var additional = ClassFeature.Additional(parts, place, binder) ?? Undescribed(schema, members, place, binder);
        problems.AddRange(binder.Fallbacks.Select(fallback =>
            new Problem(BindingProblems.AnyJson, planned.Action.Slug, fallback.Name, fallback.Reason)
            {
                Slug = planned.Action.Slug,
                Pointer = fallback.Place.Pointer,
            }));
        return new ActionDraft(planned, members, additional, result, [.. binder.UnusedFiles]);
    }

    // A schema without properties that forbids none: the server writes {} if it has no schema.
    private static TypeUse? Undescribed(PositionedElement schema, MemberDraft[] members, Place place, TypeBinder binder)
    {
        if (members.Length > 0 || schema.TryGetProperty("properties", out _) || schema["additionalProperties"].AsBoolean() == false)
            return null;
        return binder.Fallback(place, "its schema describes no parameters").Use;
    }
}
