using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types.Features;

/// <summary>
/// <c>anyOf</c>, <c>oneOf</c> and lists of types. Single values become a struct of the runtime; other shapes become a struct with a
/// conversion from each branch.
/// </summary>
internal sealed class UnionFeature : ITypeFeature
{
    // No schema of its own, so nothing can refer back to it.
    private const int NoOffset = -1;

    private static readonly string[] Describing = ["type", "$ref", "enum", "const", "items", "anyOf"];
    private static readonly string[] DescribingObject = ["properties", "allOf", "oneOf"];

    public BoundType? Bind(SchemaView schema, Place place, TypeBinder binder)
    {
        if (schema.Branches.Count > 0 && !schema.Has("properties") && !OnlyConstrain(schema))
            return BindBranches(schema, place, binder);
        return schema.Types.Count > 1 ? BindTypeList(schema, place, binder) : null;
    }

    /// <summary>A union of single values, or their only kind.</summary>
    public static BoundType OfScalars(IEnumerable<ScalarKind> kinds)
    {
        var all = kinds.Aggregate(ScalarKinds.None, (found, kind) => found | KindsOf(kind));
        return new BoundType(OfKinds(all), false, default);
    }

    // {type: string, anyOf: [{pattern: …}, {format: …}]}: the branches constrain the value but give it no type. Names that branches
    // require of an object that says which are no alternatives of it.
    private static bool OnlyConstrain(SchemaView schema) => schema.Types.Count > 0
        && !schema.Branches.Any(branch => Describing.Any(keyword => branch.TryGetProperty(keyword, out _)))
        && (schema.Types is not ["object"] || schema.Has("required")
            || !schema.Branches.Any(branch => DescribingObject.Any(keyword => branch.TryGetProperty(keyword, out _))));

    private static BoundType BindBranches(SchemaView schema, Place place, TypeBinder binder)
    {
        var keyword = schema.Has("anyOf") ? "anyOf" : "oneOf";
        return schema.Branches.Count == 1
            ? binder.Bind(schema.Branches[0], place.Index(keyword, 0))
            : BindBranches(schema.Element, schema.Element.Offset, schema.Branches, place, i => place.Index(keyword, i), binder);
    }

    /// <summary>The type of a member that the alternatives of its object describe in several ways.</summary>
    /// <param name="schemas">The schemas of the member, at least two. The first one documents it.</param>
    /// <param name="place">The place of the member.</param>
    /// <param name="binder">The binder of the action.</param>
    public static BoundType BindChoice(IReadOnlyList<PositionedElement> schemas, Place place, TypeBinder binder) =>
        BindBranches(schemas[0], NoOffset, schemas, place, _ => place, binder);

    private static BoundType BindBranches(
        PositionedElement schema,
        int offset,
        IReadOnlyList<PositionedElement> branches,
        Place place,
        Func<int, Place> placeOf,
        TypeBinder binder)
    {
        var draft = Draft(schema, place);
        var bound = new List<(string Name, BoundType Type)>();
        binder.Open(draft, offset, () =>
        {
            var names = BranchNames.Of(branches, binder.Root);
            for (var i = 0; i < branches.Count; i++)
                bound.Add((names[i], binder.Bind(branches[i], placeOf(i))));
        });
        return Combine(draft, bound, schema, place, binder);
    }

    private static BoundType BindTypeList(SchemaView schema, Place place, TypeBinder binder)
    {
        var bound = new List<(string Name, BoundType Type)>();
        foreach (var type in schema.Types)
        {
            if (ScalarFeature.KindOf(type, schema) is { } kind)
                bound.Add(("", ScalarFeature.Scalar(kind)));
            else if (type == "array")
                bound.Add((BranchNames.Item, ListFeature.BindItems(schema, place, binder)));
            else if (type == "object")
                bound.Add((
                    BranchNames.Object,
                    ClassFeature.BindObject(schema.Element, place, binder) ?? MapFeature.BindValues(schema, place, binder)));
            else
                return binder.Fallback(place, $"its type '{type}' is not a type of JSON Schema");
        }

        return Combine(Draft(schema.Element, place), bound, schema.Element, place, binder);
    }

    private static UnionDraft Draft(PositionedElement schema, Place place) =>
        new() { Documentation = Annotations.Read(schema), Path = new(place.Path), Pointer = place.Pointer, Schema = schema };

    private static BoundType Combine(
        UnionDraft draft, List<(string Name, BoundType Type)> bound, PositionedElement schema, Place place, TypeBinder binder)
    {
        var isNullable = bound.Any(branch => branch.Type.IsNullable);
        var branches = MergeTexts(Distinct(draft, bound), schema, place, binder);
        if (branches.Any(branch => branch.Type.Type is JsonTypeModel))
            return Collapse(draft, JsonTypeModel.Instance, BoundType.Json);
        if (AreAlike(branches))
            return Collapse(draft, JsonTypeModel.Instance, binder.Fallback(place, "two of its branches have the same name"));
        if (branches.Count == 0 || (branches.Count == 1 && LeadsTo(branches[0].Type.Type, draft)))
            return Collapse(draft, JsonTypeModel.Instance, binder.Fallback(place, "it refers to itself without an object in between"));
        if (branches.Count == 1)
        {
            // Bounds of one of several branches are left to the server.
            var constraints = bound.Count == 1 ? bound[0].Type.Constraints : default;
            var only = branches[0].Type.Type;
            return Collapse(draft, only, new BoundType(only, isNullable, constraints));
        }

        if (branches.All(branch => branch.Type.Type is ScalarTypeModel))
        {
            var scalars = OfScalars(branches.Select(branch => ((ScalarTypeModel)branch.Type.Type).Kind));
            return Collapse(draft, scalars.Type, scalars with { IsNullable = isNullable });
        }

        draft.Branches = branches;
        var union = binder.Declare(draft, branches.Select(branch => branch.Type), () =>
            "union(" + string.Join("|", branches.Select(branch => Signatures.Of(branch.Type.Type))) + ")");
        return union with { IsNullable = isNullable };
    }

    // The branches without bounds, each C# type once: two strings of different formats are one string.
    private static List<BranchDraft> Distinct(UnionDraft draft, List<(string Name, BoundType Type)> bound)
    {
        var branches = new List<BranchDraft>();
        var sources = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var branch in bound.SelectMany(branch => Flatten(branch.Name, branch.Type.Type, isAlone: bound.Count == 1))
            .Where(branch => branch.Type.Type is not DraftTypeModel { Draft: var self } || self != draft))
        {
            var type = branch.Type.Type;
            var source = ConversionSource.Of(type);
            if (!sources.TryGetValue(source, out var same))
            {
                sources.Add(source, branches.Count);
                branches.Add(branch with { Type = new TypeUse(ConversionSource.WithoutBounds(type), false, default) });
            }
            else
            {
                branches[same] = branches[same] with
                {
                    Type = new TypeUse(ConversionSource.Merge(branches[same].Type.Type, type), false, default),
                };
            }
        }

        // A number also accepts integers.
        if (branches.Exists(branch => branch.Type.Type is ScalarTypeModel { Kind: ScalarKind.Number }))
            branches.RemoveAll(branch => branch.Type.Type is ScalarTypeModel { Kind: ScalarKind.Integer });
        return [.. branches.OrderBy(branch => (branch.Type.Type as ScalarTypeModel)?.Kind ?? ScalarKind.Bytes + 1)];
    }

    // The parts of a union inside a union, and the kinds of single values. Beside other shapes a text of any format is a text.
    private static IEnumerable<BranchDraft> Flatten(string name, TypeModel type, bool isAlone) => type switch
    {
        DraftTypeModel { Draft: UnionDraft { Branches.Count: > 0 } inner } => inner.Branches,
        ScalarUnionTypeModel scalars => Enum.GetValues(typeof(ScalarKinds))
            .Cast<ScalarKinds>()
            .Where(kind => kind != ScalarKinds.None && scalars.Kinds.HasFlag(kind))
            .Select(kind => Branch("", OfKinds(kind))),
        ScalarTypeModel scalar when !isAlone => [Branch("", OfKinds(KindsOf(scalar.Kind)))],
        _ => [Branch(name, type)],
    };

    // Any text converts to an open enum: a text beside it adds nothing, and two of them are one with the values of both.
    private static List<BranchDraft> MergeTexts(
        List<BranchDraft> branches, PositionedElement schema, Place place, TypeBinder binder)
    {
        var enums = branches.FindAll(branch => branch.Type.Type is DraftTypeModel { Draft: EnumDraft });
        if (enums.Count == 0)
            return branches;
        var rest = branches.FindAll(branch =>
            branch.Type.Type is not (DraftTypeModel { Draft: EnumDraft } or ScalarTypeModel { Kind: ScalarKind.Text }));
        if (enums.Count > 1)
        {
            var drafts = enums.ConvertAll(branch => (EnumDraft)((DraftTypeModel)branch.Type.Type).Draft);
            var current = drafts.SelectMany(draft => draft.Values.Except(draft.DeprecatedValues, StringComparer.Ordinal));
            var deprecated = drafts.SelectMany(draft => draft.DeprecatedValues).Except(current, StringComparer.Ordinal);
            var values = drafts.SelectMany(draft => draft.Values);
            rest.Add(Branch(BranchNames.Value, EnumFeature.Declare(values, schema, place, binder, [.. deprecated]).Type));
        }
        else
        {
            rest.Add(enums[0]);
        }

        return rest;
    }

    // The name of a branch names the types below it: two shapes under one name could not be told apart.
    private static bool AreAlike(List<BranchDraft> branches) => branches
        .Where(branch => DeclaresTypes(branch.Type.Type))
        .GroupBy(branch => branch.Name, StringComparer.Ordinal)
        .Any(group => group.Count() > 1);

    private static bool DeclaresTypes(TypeModel type) => type switch
    {
        ListTypeModel list => DeclaresTypes(list.Item.Type),
        MapTypeModel map => DeclaresTypes(map.Value.Type),
        _ => type is DraftTypeModel,
    };

    private static BranchDraft Branch(string name, TypeModel type) => new(name, new TypeUse(type, false, default));

    private static ScalarKinds KindsOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Integer => ScalarKinds.Integer,
        ScalarKind.Number => ScalarKinds.Number,
        ScalarKind.Boolean => ScalarKinds.Boolean,
        _ => ScalarKinds.String,
    };

    private static TypeModel OfKinds(ScalarKinds kinds)
    {
        if (kinds.HasFlag(ScalarKinds.Number))
            kinds &= ~ScalarKinds.Integer;
        return kinds switch
        {
            ScalarKinds.String => new ScalarTypeModel(ScalarKind.Text),
            ScalarKinds.Integer => new ScalarTypeModel(ScalarKind.Integer),
            ScalarKinds.Number => new ScalarTypeModel(ScalarKind.Number),
            ScalarKinds.Boolean => new ScalarTypeModel(ScalarKind.Boolean),
            _ => new ScalarUnionTypeModel(kinds),
        };
    }

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
