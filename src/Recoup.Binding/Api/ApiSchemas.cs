using System.Text.Json;
using Recoup.Binding.Types;
using Recoup.Binding.Types.Features;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;

namespace Recoup.Binding.Api;

/// <summary>Binds the schemas of a document with the binder of action schemas, over the whole document.</summary>
internal sealed class ApiSchemas
{
    private readonly TypeBinder _binder;
    private readonly ApiProblemList _problems;
    private readonly Dictionary<TypeDraft, string> _components = [];
    private int _reported;

    public ApiSchemas(ApiSpec spec, ApiProblemList problems)
    {
        _binder = new TypeBinder(
            TypeFeatureTable.Rows, "", spec.Source, purpose: BindingPurpose.Document, placeOf: new ComponentPlaces(spec.Source).Of);
        _problems = problems;

        // A component that nothing uses is not bound: nobody needs its problems.
        var used = new UsedComponents(spec.Source);

        // An alias of another component has no shape of its own and must not give its name to that component.
        foreach (var component in spec.Components.Where(component => used.Contains(component.Name))
            .OrderBy(IsAlias)
            .ThenBy(component => component.Name, StringComparer.Ordinal))
        {
            var bound = _binder.Bind(component.Schema, Place.Root);
            if (bound.Type is DraftTypeModel { Draft: var draft } && !_components.ContainsKey(draft))
                _components.Add(draft, component.Name);
        }

        Report(spec.Source);
    }

    /// <summary>Binds a schema of an operation.</summary>
    /// <param name="schema">The schema; any JSON when it is undefined.</param>
    /// <param name="path">The path that names it, unless it is a component.</param>
    public TypeUse Bind(PositionedElement schema, params string[] path)
    {
        if (schema.ValueKind == JsonValueKind.Undefined)
            return Free(BoundType.Json.Use);
        var bound = _binder.Bind(schema, new Place("", path));
        Report(schema);
        return Free(bound.Use);
    }

    /// <summary>Binds the schema of a parameter. One that becomes any JSON cannot be sent, which is a problem of its own.</summary>
    public TypeUse BindParameter(PositionedElement schema, params string[] path)
    {
        if (schema.ValueKind == JsonValueKind.Undefined)
            return BoundType.Json.Use;
        var bound = _binder.Bind(schema, new Place("", path));
        _reported = _binder.Fallbacks.Count;
        return Free(bound.Use);
    }

    /// <summary>Whether a schema is deprecated.</summary>
    public bool IsDeprecated(PositionedElement schema) => Annotations.IsDeprecated(schema, _binder.Root);

    /// <summary>Which messages contain a member.</summary>
    public MemberAccess AccessOf(MemberDraft member) => AccessKeywords.Read(member.Schema, _binder.Root);

    /// <summary>The component that declares a type, or null for an inline type.</summary>
    public string? ComponentOf(TypeDraft draft) => _components.TryGetValue(draft, out var name) ? name : null;

    /// <summary>Replaces objects without a shape, and references from inside a union to itself, by any JSON.</summary>
    public static TypeUse Free(TypeUse use) => use.Type switch
    {
        MapTypeModel { Value.Type: JsonTypeModel } => use with { Type = JsonTypeModel.Instance },
        DraftTypeModel { Draft: UnionDraft { Instead: { } instead } } => Free(use with { Type = instead }),
        DraftTypeModel { Draft: UnionDraft } => use with { Type = JsonTypeModel.Instance },
        ListTypeModel list => use with { Type = new ListTypeModel(Free(list.Item)) },
        MapTypeModel map => use with { Type = new MapTypeModel(Free(map.Value)) },
        _ => use,
    };

    private void Report(PositionedElement origin)
    {
        foreach (var fallback in _binder.Fallbacks.Skip(_reported))
            _problems.Add(fallback, IsInComponent(fallback) ? _binder.Root : origin);
        _reported = _binder.Fallbacks.Count;
    }

    // Other pointers start from the schema that an operation has.
    private static bool IsInComponent(Fallback fallback) =>
        fallback.Place.Pointer.StartsWith(ComponentPlaces.Components, StringComparison.Ordinal);

    private static bool IsAlias(ApiComponent component) =>
        component.Schema.TryGetProperty("$ref", out _)
        || (component.Schema.TryGetProperty("allOf", out _) && !component.Schema.TryGetProperty("properties", out _));
}
