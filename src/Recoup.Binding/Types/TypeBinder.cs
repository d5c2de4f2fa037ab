using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types;

/// <summary>
/// Binds the schemas of one action to C# types. A shape that no feature can express becomes any JSON, and is listed in
/// <see cref="Fallbacks"/>.
/// </summary>
/// <param name="features">The ways in which a schema becomes a C# type, in the order in which they are tried.</param>
/// <param name="slug">The slug of the action.</param>
/// <param name="root">The document that references point into.</param>
/// <param name="files">The paths that a names file marks as files.</param>
/// <param name="purpose">What becomes of the values.</param>
/// <param name="placeOf">
/// The place that names a schema, if it does not depend on what refers to the schema; null to use the place that leads to it.
/// </param>
internal sealed class TypeBinder(
    IReadOnlyList<ITypeFeature> features,
    string slug,
    PositionedElement root,
    EquatableArray<string> files = default,
    BindingPurpose purpose = BindingPurpose.Parameters,
    Func<PositionedElement, Place?>? placeOf = null)
{
    private const int MaxDepth = 64;

    // By the position of the schema in the text: the target of references is bound once, and again only where the file marks below it
    // differ.
    private readonly Dictionary<(int Offset, string Marks), BoundType> _bound = [];

    // The schemas that are being bound, with the number of open types when that began: a schema that leads back to itself through a type
    // that was opened since is bound again, and then finds that type.
    private readonly Dictionary<(int Offset, string Marks), int> _binding = [];

    // The classes and unions that are being bound, the outermost first. Their members may lead back to them.
    private readonly List<(int Offset, TypeDraft Draft)> _open = [];
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unusedFiles = new(files, StringComparer.Ordinal);
    private readonly List<Fallback> _fallbacks = [];
    private readonly List<UncheckedRule> _unchecked = [];
    private readonly List<Place> _likelyFiles = [];
    private int _depth;

    public string Slug { get; } = slug;

    public BindingPurpose Purpose { get; } = purpose;

    public bool BindsResult => Purpose == BindingPurpose.Result;

    public PositionedElement Root { get; } = root;

    /// <summary>The schemas that became any JSON, in the order in which they were bound.</summary>
    public IReadOnlyList<Fallback> Fallbacks => _fallbacks;

    /// <summary>The rules of objects that no C# type expresses, in the order in which they were read.</summary>
    public IReadOnlyList<UncheckedRule> Unchecked => _unchecked;

    /// <summary>The strings that look like files, in the order in which they were bound.</summary>
    public IReadOnlyList<Place> LikelyFiles => _likelyFiles;

    /// <summary>The marked paths that lead to no string, in ordinal order.</summary>
    public IEnumerable<string> UnusedFiles => _unusedFiles.OrderBy(file => file, StringComparer.Ordinal);

    /// <summary>Whether a names file marks the place as a file. The mark then counts as used.</summary>
    public bool UseFileMark(Place place)
    {
        if (files.Count == 0)
            return false;
        var path = string.Join(".", place.Path);
        _unusedFiles.Remove(path);
        return files.Contains(path);
    }

    /// <summary>Notes that a string looks like a file.</summary>
    public void SuggestFileMark(Place place) => _likelyFiles.Add(place);

    public BoundType Bind(PositionedElement schema, Place reached)
    {
        var place = placeOf?.Invoke(schema) ?? reached;
        var key = (schema.Offset, MarksBelow(place));
        if (_bound.TryGetValue(key, out var known))
            return known;
        var target = TargetOf(schema);
        var open = _open.FindIndex(candidate => candidate.Offset == target.Offset);
        if (open >= 0)
            return new BoundType(new DraftTypeModel(_open[open].Draft), IsNullable(schema), default);
        var isAgain = _binding.TryGetValue(key, out var opened);
        if (isAgain && opened == _open.Count)
            return Fallback(place, "it refers to itself without an object in between");
        if (_depth == MaxDepth)
            return Fallback(place, "it is nested too deeply");

        _binding[key] = _open.Count;
        _depth++;
        var bound = BindFeatures(new SchemaView(schema, Root), place);
        _depth--;
        if (isAgain)
        {
            _binding[key] = opened;
            return bound;
        }

        _binding.Remove(key);
        _bound[key] = bound;
        return bound;
    }

    /// <summary>The type as its purpose has it.</summary>
    public BoundType AsUsed(BoundType bound, Place place) => Purpose switch
    {
        BindingPurpose.Result => ResultShape.Of(bound),
        BindingPurpose.Document => DocumentShape.Of(bound, place, this),
        _ => bound,
    };

    /// <summary>Finds the target of a reference within the action's own schema.</summary>
    public bool TryResolve(string reference, out PositionedElement target) => Root.TryFollow(reference, out target);

    /// <summary>The schemas that describe an object; the schema alone if it does not combine objects.</summary>
    public ObjectShape ShapeOf(PositionedElement schema, Place place) =>
        ReadShape(schema, place) is { AllParts.Count: > 0 } shape ? shape : new ObjectShape([schema], [], []);

    /// <summary>The schemas that describe an object; null if one of them describes something else. Notes their rules.</summary>
    public ObjectShape? ReadShape(PositionedElement schema, Place place)
    {
        var shape = ObjectShapeReader.Read(schema, place.Pointer, Root);

        // An object of which nothing can be found becomes any JSON, which has a reason of its own.
        foreach (var rule in shape is { IsOpen: true, AllParts.Count: 0 } ? [] : shape?.Rules ?? [])
        {
            if (_reported.Add(rule.Pointer))
                _unchecked.Add(new UncheckedRule(place, rule));
        }

        return shape;
    }

    /// <summary>Binds a schema to any JSON.</summary>
    public BoundType Fallback(Place place, string reason)
    {
        // Each schema of an operation starts at the empty pointer, so the name counts as well.
        if (_reported.Add(place.Pointer + " " + place.Name))
            _fallbacks.Add(new Fallback(place, reason));
        return BoundType.Json;
    }

    /// <summary>Opens a draft while its parts are bound, which may lead back to it.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="offset">The place of its schema in the text.</param>
    /// <param name="bindParts">Binds the parts.</param>
    public void Open(TypeDraft draft, int offset, Action bindParts)
    {
        draft.Signature = FormattableString.Invariant($"^{_open.Count}");
        _open.Add((offset, draft));
        bindParts();
        _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>Completes a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="parts">The types it is made of.</param>
    /// <param name="describe">The shape as a text; the draft itself is <c>^</c> in it.</param>
    public BoundType Declare(TypeDraft draft, IEnumerable<TypeUse> parts, Func<string> describe)
    {
        draft.Signature = "^";
        draft.LeadsBackTo = int.MaxValue;
        foreach (var part in parts)
            draft.LeadsBackTo = Math.Min(draft.LeadsBackTo, LeadsBackTo(part.Type));
        var shape = (draft.Documentation.IsDeprecated ? "!" : "") + describe();

        // A shape that leads back to a type around it means something else elsewhere: it is not shared.
        if (draft.LeadsBackTo < _open.Count)
            shape += "@" + draft.Pointer;
        draft.Signature = Signatures.OfShape(shape);
        return new BoundType(new DraftTypeModel(draft), false, default);
    }

    // A reference that only refers leads to the draft that is open, for example the one around it.
    private PositionedElement TargetOf(PositionedElement schema)
    {
        for (var hops = 0; hops < MaxDepth && TryNext(schema, out var target); hops++)
            schema = target;
        return schema;
    }

    private bool TryNext(PositionedElement schema, out PositionedElement target)
    {
        target = default;
        return schema["$ref"].AsString() is { } reference && !SchemaView.ExtendsReference(schema) && TryResolve(reference, out target);
    }

    // Null is what a reference offers, or what its target offers, as where the target is bound.
    private bool IsNullable(PositionedElement schema, int hops = 0)
    {
        var view = new SchemaView(schema, Root);
        return view.IsNullable
            || (hops < MaxDepth && TryNext(schema, out var target) && IsNullable(target, hops + 1) && !view.ExcludesNull);
    }

    private string MarksBelow(Place place)
    {
        if (files.Count == 0)
            return "";
        var path = string.Join(".", place.Path);
        return string.Join("\n", files
            .Where(file => file == path || file.StartsWith(path + ".", StringComparison.Ordinal))
            .Select(file => "=" + file[path.Length..]));
    }

    private int LeadsBackTo(TypeModel type) => type switch
    {
        ListTypeModel list => LeadsBackTo(list.Item.Type),
        MapTypeModel map => LeadsBackTo(map.Value.Type),
        DraftTypeModel { Draft: var draft } =>
            _open.FindIndex(candidate => candidate.Draft == draft) is var index && index >= 0 ? index : draft.LeadsBackTo,
        _ => int.MaxValue,
    };

    private BoundType BindFeatures(SchemaView schema, Place place)
    {
        if (schema.AcceptsAnything)
        {
            return Fallback(
                place, schema.Element.ValueKind == JsonValueKind.False ? "its schema accepts nothing" : "its schema accepts anything");
        }

        foreach (var feature in features)
        {
            if (feature.Bind(schema, place, this) is not { } bound)
                continue;
            return AsUsed(bound with { IsNullable = (schema.IsNullable || bound.IsNullable) && !schema.ExcludesNull }, place);
        }

        return Fallback(place, "its schema has no 'type' that has a C# counterpart");
    }
}

/// <summary>A schema that became any JSON.</summary>
/// <param name="Place">Where the schema is.</param>
/// <param name="Reason">Why it has no C# type of its own.</param>
internal sealed record Fallback(Place Place, string Reason)
{
    /// <summary>The wire names that lead to it, for a message.</summary>
    public string Name => Place.Name;
}

/// <summary>A rule that no C# type expresses.</summary>
/// <param name="Place">Where the object is that has the rule.</param>
/// <param name="Rule">The rule.</param>
internal sealed record UncheckedRule(Place Place, ObjectRule Rule);
