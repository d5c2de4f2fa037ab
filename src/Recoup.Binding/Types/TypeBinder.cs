using Recoup.Binding.Problems;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Types;

/// <summary>Binds the schemas of one action to C# types. Whatever no feature can express becomes <c>JsonNode</c>, and a problem says why.</summary>
internal sealed class TypeBinder(string slug, PositionedElement root, List<Problem> problems)
{
    private const int MaxDepth = 64;

    // By the place of the schema in the text: what a reference leads to is bound once.
    private readonly Dictionary<int, BoundType?> _bound = [];
    private readonly List<ClassDraft> _openClasses = [];
    private readonly Dictionary<int, ClassDraft> _classes = [];
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private int _depth;
    private int _lowestReference = int.MaxValue;

    /// <summary>The slug of the action.</summary>
    public string Slug { get; } = slug;

    /// <summary>The document references point into.</summary>
    public PositionedElement Root { get; } = root;

    public BoundType Bind(PositionedElement schema, Place place)
    {
        var isKnown = _bound.TryGetValue(schema.Offset, out var known);
        if (known is not null)
            return known;
        if (_classes.TryGetValue(schema.Offset, out var open))
            return ReferToOpenClass(open);
        if (isKnown)
            return Fallback(place, "it refers to itself without an object in between");
        if (_depth == MaxDepth)
            return Fallback(place, "it is nested too deeply");

        _bound[schema.Offset] = null;
        _depth++;
        var bound = BindFeatures(new SchemaView(schema), place);
        _depth--;
        _bound[schema.Offset] = bound;
        return bound;
    }

    /// <summary>Any JSON, with a problem that says why.</summary>
    public BoundType Fallback(Place place, string reason)
    {
        if (_reported.Add(place.Pointer))
        {
            problems.Add(new Problem(BindingProblems.AnyJson, Slug, place.Path.Length == 0 ? "parameters" : string.Join(".", place.Path), reason)
            {
                Slug = Slug,
                Pointer = place.Pointer,
            });
        }

        return BoundType.Json;
    }

    /// <summary>Closes a draft whose shape is complete.</summary>
    public static BoundType Declare(TypeDraft draft, string signature)
    {
        draft.Signature = signature;
        return new BoundType(new DraftTypeModel(draft), false, default, signature);
    }

    /// <summary>Binds the members of a class, which may lead back to it.</summary>
    public BoundType DeclareClass(ClassDraft draft, int offset, Func<string> bindMembers)
    {
        var index = _openClasses.Count;
        var outerLowest = _lowestReference;
        _lowestReference = int.MaxValue;
        _openClasses.Add(draft);
        _classes[offset] = draft;

        var signature = bindMembers();

        _openClasses.RemoveAt(index);
        _classes.Remove(offset);

        // A shape that leads back to a class around it means something else elsewhere: it is not shared.
        if (_lowestReference < index)
            signature += FormattableString.Invariant($"@{Slug}:{offset}");
        _lowestReference = Math.Min(outerLowest, _lowestReference < index ? _lowestReference : int.MaxValue);
        return Declare(draft, signature);
    }

    private BoundType ReferToOpenClass(ClassDraft open)
    {
        var index = _openClasses.IndexOf(open);
        _lowestReference = Math.Min(_lowestReference, index);
        return new BoundType(new DraftTypeModel(open), false, default, FormattableString.Invariant($"^{_openClasses.Count - index}"));
    }

    private BoundType BindFeatures(SchemaView schema, Place place)
    {
        if (schema.AcceptsAnything)
            return Fallback(place, "its schema accepts anything");
        foreach (var feature in TypeFeatureTable.Rows)
        {
            if (feature.Bind(schema, place, this) is { } bound)
                return schema.IsNullable && !bound.IsNullable ? bound with { IsNullable = true } : bound;
        }

        return Fallback(place, "its schema has no 'type' that has a C# counterpart");
    }
}
