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
    NamedAction Named,
    string MethodName,
    IReadOnlyList<MemberDraft> Members,
    TypeUse? Additional,
    TypeUse? Result,
    IReadOnlyList<string> UnusedFiles)
{
    public CatalogAction Action => Named.Action;

    public static ActionDraft Bind(NamedAction named, string methodName, bool bindsResult, List<Problem> problems)
    {
        var schema = named.Action.ParametersSource;
        var binder = new TypeBinder(TypeFeatureTable.Rows, named.Action.Slug, schema, named.Overrides?.Files ?? default);
        var result = bindsResult ? ResultSchema.Bind(named.Action) : null;
        var place = Place.Root;
        if (schema.ValueKind == JsonValueKind.Undefined)
            return new ActionDraft(
                named, methodName, [], BoundType.Json.Use, result, named.Overrides is { } overrides ? [.. overrides.Files] : []);

        var parts = AllOfFeature.Parts(schema, binder);
        var members = MemberBinder.Bind(parts, place, binder).ToArray();
        var additional = ClassFeature.Additional(parts, place, binder) ?? Undescribed(schema, members, place, binder);
        problems.AddRange(binder.Fallbacks.Select(fallback =>
            new Problem(BindingProblems.AnyJson, named.Action.Slug, fallback.Name, fallback.Reason)
            {
                Slug = named.Action.Slug,
                Pointer = fallback.Place.Pointer,
            }));
        return new ActionDraft(named, methodName, members, additional, result, [.. binder.UnusedFiles]);
    }

    // A schema without properties that forbids none: the server writes {} if it has no schema.
    private static TypeUse? Undescribed(PositionedElement schema, MemberDraft[] members, Place place, TypeBinder binder)
    {
        if (members.Length > 0 || schema.TryGetProperty("properties", out _) || schema["additionalProperties"].AsBoolean() == false)
            return null;
        return binder.Fallback(place, "its schema describes no parameters").Use;
    }
}
