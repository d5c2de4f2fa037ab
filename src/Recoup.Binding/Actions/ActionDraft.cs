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

    /// <summary>The rules about parameters that C# does not check.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    public static ActionDraft Bind(PlannedAction planned, bool bindsResult, List<Problem> problems)
    {
        var schema = planned.Action.ParametersSource;
        var binder = new TypeBinder(TypeFeatureTable.Rows, planned.Action.Slug, schema, planned.Overrides?.Files ?? default);
        var result = bindsResult ? ResultSchema.Bind(planned.Action) : null;
        var place = Place.Root;
        if (schema.ValueKind == JsonValueKind.Undefined)
            return new ActionDraft(
                planned, [], BoundType.Json.Use, result, planned.Overrides is { } overrides ? [.. overrides.Files] : []);

        var shape = binder.ShapeOf(schema, place);
        var members = MemberBinder.Bind(shape, place, binder).ToArray();
        var additional = ClassFeature.Additional(shape, place, binder) ?? Undescribed(schema, members, place, binder);
        Report(binder, planned.Action.Slug, problems);
        return new ActionDraft(planned, members, additional, result, [.. binder.UnusedFiles])
        {
            Rules = [.. shape.Rules.Select(rule => rule.Text), .. NumberOfMembers(schema)],
        };
    }

    private static void Report(TypeBinder binder, string slug, List<Problem> problems)
    {
        Problem At(string pointer, ProblemDescriptor descriptor, params string[] arguments) =>
            new(descriptor, [slug, .. arguments]) { Slug = slug, Pointer = pointer };

        problems.AddRange(binder.Fallbacks.Select(fallback =>
            At(fallback.Place.Pointer, BindingProblems.AnyJson, fallback.Place.Name, fallback.Reason)));
        problems.AddRange(binder.Unchecked.Select(found =>
            At(found.Rule.Pointer, BindingProblems.UncheckedRule, found.Place.Name, found.Rule.Text)));
        problems.AddRange(binder.LikelyFiles.Select(place =>
            At(place.Pointer, BindingProblems.LikelyFile, place.Name, NamesEntry(slug, place.Name))));
    }

    // Other bounds are the documentation of a parameter. The parameters themselves have none.
    private static string[] NumberOfMembers(PositionedElement schema) =>
        Annotations.Read(schema).Notes is { Length: > 0 } notes ? [notes] : [];

    // The line of the names file, as JSON.
    private static string NamesEntry(string slug, string path) =>
        $"\"{JsonEncodedText.Encode(slug)}\": {{ \"files\": [\"{JsonEncodedText.Encode(path)}\"] }}";

    // A schema without properties that forbids none: the server writes {} if it has no schema.
    private static TypeUse? Undescribed(PositionedElement schema, MemberDraft[] members, Place place, TypeBinder binder)
    {
        if (members.Length > 0 || schema.TryGetProperty("properties", out _))
            return null;
        var view = new SchemaView(schema);
        if (schema["additionalProperties"].AsBoolean() == false)
            return null;
        var reason = schema["$ref"].AsString() is { } reference && !binder.TryResolve(reference, out _)
            ? $"its schema refers to '{reference}', which does not exist"
            : view.Types.Count > 0 && !view.Types.Contains("object")
                ? $"its schema has the type '{view.Types[0]}', but parameters are an object"
            : view.Branches.Count > 0 && binder.ReadShape(schema, place) is null ? "none of its alternatives describes an object"
            : "its schema describes no parameters";
        return binder.Fallback(place, reason).Use;
    }
}
