namespace Recoup.Binding.Types.Features;

/// <summary><c>anyOf</c>, <c>oneOf</c> and lists of types: a struct with a conversion from each branch.</summary>
internal sealed class UnionFeature : ITypeFeature
{
    // JSON Schema's own words; they name a union of single values, so that it is called the same wherever it stands.
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
        Combine([.. kinds.Select(ScalarFeature.Scalar)], binder, place, documentation);

    /// <summary>The name of a union of single values, or null for another one.</summary>
    public static string? FixedName(UnionDraft draft) => draft.Branches.All(branch => branch.Type is ScalarTypeModel)
        ? string.Join("Or", draft.Branches.Select(branch => ScalarNames[((ScalarTypeModel)branch.Type).Kind]))
        : null;

    // {type: string, anyOf: [{pattern: …}, {format: …}]}: the branches bound the value, they do not give it a type.
    private static bool OnlyConstrain(SchemaView schema) => schema.Types.Count > 0 && schema.Branches.All(branch =>
        !branch.TryGetProperty("type", out _) && !branch.TryGetProperty("$ref", out _) && !branch.TryGetProperty("enum", out _)
        && !branch.TryGetProperty("const", out _) && !branch.TryGetProperty("items", out _) && !branch.TryGetProperty("anyOf", out _));

    private static BoundType BindBranches(SchemaView schema, Place place, TypeBinder binder)
    {
        var keyword = schema.Has("anyOf") ? "anyOf" : "oneOf";
        var bound = new List<BoundType>();
        for (var i = 0; i < schema.Branches.Count; i++)
            bound.Add(binder.Bind(schema.Branches[i], schema.Branches.Count > 1 ? place.Branch(keyword, i) : place.Index(keyword, i)));
        return Combine(bound, binder, place, Annotations.Read(schema.Element));
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
                bound.Add(ClassFeature.BindObject(schema.Element, place, binder) ?? MapFeature.BindValues(schema, place, binder));
            else
                return binder.Fallback(place, $"its type '{type}' is none of JSON Schema's");
        }

        return Combine(bound, binder, place, Annotations.Read(schema.Element));
    }

    private static BoundType Combine(List<BoundType> bound, TypeBinder binder, Place place, DocumentationModel documentation)
    {
        var isNullable = bound.Any(branch => branch.IsNullable);
        var branches = Flatten(bound);
        if (branches.Any(branch => branch.Type is JsonTypeModel))
            return BoundType.Json;

        // An open enum takes any string already; bounds that hold on one branch only are left to the server.
        var distinct = branches
            .Select(branch => branch with { IsNullable = false, Constraints = branches.Count > 1 ? default : branch.Constraints })
            .GroupBy(Conversion, StringComparer.Ordinal)
            .Select(group => group.First())
            .OrderBy(branch => (branch.Type as ScalarTypeModel)?.Kind ?? ScalarKind.Bytes)
            .ToList();
        if (distinct.Any(branch => branch.Type is ScalarTypeModel { Kind: ScalarKind.Number }))
            distinct.RemoveAll(branch => branch.Type is ScalarTypeModel { Kind: ScalarKind.Integer });
        if (distinct.Count == 1)
            return distinct[0] with { IsNullable = isNullable };
        if (distinct.Count(branch => branch.Type is DraftTypeModel { Draft: EnumDraft }) > 1)
            return binder.Fallback(place, "two of its branches convert from the same C# type");

        var draft = new UnionDraft
        {
            Branches = [.. distinct.Select(branch => branch.Use)],
            Documentation = documentation,
            Path = new(place.Path),
        };
        return TypeBinder.Declare(draft, "union(" + string.Join("|", distinct.Select(branch => branch.Signature)) + ")") with { IsNullable = isNullable };
    }

    private static List<BoundType> Flatten(List<BoundType> bound)
    {
        var flat = new List<BoundType>();
        foreach (var branch in bound)
        {
            if (branch.Type is DraftTypeModel { Draft: UnionDraft inner })
                flat.AddRange(inner.Branches.Select(use => new BoundType(use.Type, use.IsNullable, use.Constraints, Signatures.Of(use))));
            else
                flat.Add(branch);
        }

        return flat;
    }

    private static string Conversion(BoundType branch) => Signatures.Of(branch.Use with { IsNullable = false, Constraints = default });
}
