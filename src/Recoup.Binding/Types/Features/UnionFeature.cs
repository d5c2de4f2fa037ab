namespace Recoup.Binding.Types.Features;

/// <summary><c>anyOf</c>, <c>oneOf</c> and lists of types: a struct with a conversion from each branch.</summary>
internal sealed class UnionFeature : ITypeFeature
{
    // The words of JSON Schema. They name a union of single values, so that its name is the same everywhere.
    private static readonly Dictionary<ScalarKind, string> ScalarNames = new()
    {
        [ScalarKind.Text] = "String",
        [ScalarKind.Integer] = "Integer",
        [ScalarKind.Number] = "Number",
        [ScalarKind.Boolean] = "Boolean",
        [ScalarKind.DateTime] = "DateTime",
        [ScalarKind.Date] = "Date",
        [ScalarKind.Uuid] = "Uuid",
        [ScalarKind.Bytes] = "Bytes",
    };

    public BoundType? Bind(SchemaView schema, Place place, TypeBinder binder)
    {
        if (schema.Branches.Count > 0 && !schema.Has("properties") && !OnlyConstrain(schema))
            return BindBranches(schema, place, binder);
        return schema.Types.Count > 1 ? BindTypeList(schema, place, binder) : null;
    }

    /// <summary>A union of single values.</summary>
    public static BoundType OfScalars(IEnumerable<ScalarKind> kinds, TypeBinder binder, Place place, DocumentationModel documentation) =>
        Combine(Draft(binder, place, documentation), [.. kinds.Select(ScalarFeature.Scalar)], binder, place);

    /// <summary>The name of a union of single values, or null for another one.</summary>
    public static string? FixedName(UnionDraft draft) => draft.Branches.All(branch => branch.Type is ScalarTypeModel)
        ? string.Join("Or", draft.Branches.Select(branch => ScalarNames[((ScalarTypeModel)branch.Type).Kind]))
        : null;

    // {type: string, anyOf: [{pattern: …}, {format: …}]}: the branches constrain the value but give it no type.
    private static bool OnlyConstrain(SchemaView schema) => schema.Types.Count > 0 && schema.Branches.All(branch =>
        !branch.TryGetProperty("type", out _) && !branch.TryGetProperty("$ref", out _) && !branch.TryGetProperty("enum", out _)
        && !branch.TryGetProperty("const", out _) && !branch.TryGetProperty("items", out _) && !branch.TryGetProperty("anyOf", out _));

    private static BoundType BindBranches(SchemaView schema, Place place, TypeBinder binder)
    {
        var keyword = schema.Has("anyOf") ? "anyOf" : "oneOf";
        if (schema.Branches.Count == 1)
            return binder.Bind(schema.Branches[0], place.Index(keyword, 0));

        var draft = Draft(binder, place, Annotations.Read(schema.Element));
        var bound = new List<BoundType>();
        binder.Open(draft, schema.Element.Offset, () =>
        {
            for (var i = 0; i < schema.Branches.Count; i++)
                bound.Add(binder.Bind(schema.Branches[i], place.Branch(keyword, i)));
        });
        return Combine(draft, bound, binder, place);
    }

    private static BoundType BindTypeList(SchemaView schema, Place place, TypeBinder binder)
    {
        var bound = new List<BoundType>();
        foreach (var type in schema.Types)
        {
            if (ScalarFeature.KindOf(type, schema) is { } kind)
                bound.Add(ScalarFeature.Scalar(kind));
            else if (type == "array")
                bound.Add(ListFeature.BindItems(schema, place, binder));
            else if (type == "object")
                bound.Add(ClassFeature.BindObject(schema.Element, place with { IsBranch = true }, binder)
                    ?? MapFeature.BindValues(schema, place, binder));
            else
                return binder.Fallback(place, $"its type '{type}' is not a type of JSON Schema");
        }

        return Combine(Draft(binder, place, Annotations.Read(schema.Element)), bound, binder, place);
    }

    private static UnionDraft Draft(TypeBinder binder, Place place, DocumentationModel documentation) =>
        new() { Documentation = documentation, Path = new(place.Path), Slug = binder.Slug, Pointer = place.Pointer };

    private static BoundType Combine(UnionDraft draft, List<BoundType> bound, TypeBinder binder, Place place)
    {
        var isNullable = bound.Any(branch => branch.IsNullable);
        var branches = Distinct(draft, bound);
        if (branches.Any(type => type is JsonTypeModel))
            return Collapse(draft, JsonTypeModel.Instance, BoundType.Json);
        if (branches.Count(type => type is DraftTypeModel { Draft: EnumDraft }) > 1)
            return Collapse(draft, JsonTypeModel.Instance, binder.Fallback(place, "two of its branches convert from the same C# type"));
        if (branches.Count == 1)
        {
            // Bounds of one of several branches are left to the server.
            var constraints = bound.Count == 1 ? bound[0].Constraints : default;
            return LeadsTo(branches[0], draft)
                ? Collapse(draft, JsonTypeModel.Instance, binder.Fallback(place, "it refers to itself without an object in between"))
                : Collapse(draft, branches[0], new BoundType(branches[0], isNullable, constraints));
        }

        if (branches.Count == 0)
            return Collapse(draft, JsonTypeModel.Instance, binder.Fallback(place, "it refers to itself without an object in between"));
        draft.Branches = [.. branches.Select(type => new TypeUse(type, false, default))];
        var union = binder.Declare(draft, draft.Branches, () => "union(" + string.Join("|", draft.Branches.Select(Signatures.Of)) + ")");
        return union with { IsNullable = isNullable };
    }

    // The branches without bounds, each C# type once: two string formats are one string.
    private static List<TypeModel> Distinct(UnionDraft draft, List<BoundType> bound)
    {
        var types = new List<TypeModel>();
        foreach (var type in bound.SelectMany(branch => Flatten(branch.Type))
            .Where(type => type is not DraftTypeModel { Draft: var self } || self != draft))
        {
            var same = types.FindIndex(other => ConversionSource.Of(other) == ConversionSource.Of(type));
            if (same < 0)
                types.Add(ConversionSource.WithoutBounds(type));
            else
                types[same] = ConversionSource.Merge(types[same], type);
        }

        // A number also accepts integers.
        if (types.Any(type => type is ScalarTypeModel { Kind: ScalarKind.Number }))
            types.RemoveAll(type => type is ScalarTypeModel { Kind: ScalarKind.Integer });
        return [.. types.OrderBy(type => (type as ScalarTypeModel)?.Kind ?? ScalarKind.Bytes + 1)];
    }

    private static IEnumerable<TypeModel> Flatten(TypeModel type) =>
        type is DraftTypeModel { Draft: UnionDraft { Branches.Count: > 0 } inner }
        ? inner.Branches.Select(branch => branch.Type)
        : [type];

    private static BoundType Collapse(UnionDraft draft, TypeModel instead, BoundType bound)
    {
        draft.Instead = instead;
        return bound;
    }

    private static bool LeadsTo(TypeModel type, UnionDraft draft) => type switch
    {
        ListTypeModel list => LeadsTo(list.Item.Type, draft),
        MapTypeModel map => LeadsTo(map.Value.Type, draft),
        DraftTypeModel { Draft: UnionDraft { Instead: { } instead } } => LeadsTo(instead, draft),
        DraftTypeModel other => other.Draft == draft,
        _ => false,
    };
}
