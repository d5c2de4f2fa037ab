using System.Text.Json;
using Recoup.Binding.Results;
using Recoup.Binding.Types;
using Recoup.Binding.Types.Features;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Actions;

/// <summary>An action whose schema is bound, while its types have no names yet.</summary>
internal sealed record ActionDraft(CatalogAction Action, string MethodName, IReadOnlyList<MemberDraft> Members, TypeUse? Additional, TypeUse? Result)
{
    public static ActionDraft Bind(CatalogAction action, string methodName, List<Problem> problems)
    {
        var schema = action.ParametersSource;
        var binder = new TypeBinder(action.Slug, schema, problems);
        var place = Place.Root;
        if (schema.ValueKind == JsonValueKind.Undefined)
            return new ActionDraft(action, methodName, [], BoundType.Json.Use, ResultSchema.Bind(action));

        var parts = AllOfFeature.Parts(schema, binder);
        var members = MemberBinder.Bind(parts, place, binder).ToArray();
        return new ActionDraft(action, methodName, members, ClassFeature.Additional(parts, place, binder) ?? Undescribed(schema, members, place, binder), ResultSchema.Bind(action));
    }

    // A schema that names no property and forbids none: the server wrote {} because it had no schema to give.
    private static TypeUse? Undescribed(PositionedElement schema, MemberDraft[] members, Place place, TypeBinder binder)
    {
        if (members.Length > 0 || schema.TryGetProperty("properties", out _) || schema["additionalProperties"].AsBoolean() == false)
            return null;
        return binder.Fallback(place, "its schema names no parameter").Use;
    }
}
