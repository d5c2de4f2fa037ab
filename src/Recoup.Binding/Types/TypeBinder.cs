using Recoup.Binding.Problems;
using Recoup.Binding.Results;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Types;

/// <summary>Binds the schemas of one action to C# types. Whatever no feature can express becomes <c>JsonNode</c>, and a problem says why.</summary>
internal sealed class TypeBinder(
    string slug, PositionedElement root, List<Problem> problems, EquatableArray<string> files = default, bool bindsResult = false)
{
    private const int MaxDepth = 64;

    // By the place of the schema in the text: what references lead to is bound once, and once more where marks of files below it differ.
    private readonly Dictionary<(int Offset, string Marks), BoundType?> _bound = [];

    // The classes and unions that are being bound, from the outermost on. Their members may lead back to them.
    private readonly List<(int Offset, TypeDraft Draft)> _open = [];
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unusedFiles = new(files, StringComparer.Ordinal);
    private int _depth;

    /// <summary>The slug of the action.</summary>
    public string Slug { get; } = slug;

    /// <summary>Whether the values are read out of a result, where those of parameters are written.</summary>
    public bool BindsResult { get; } = bindsResult;

    /// <summary>The document references point into.</summary>
    public PositionedElement Root { get; } = root;

    /// <summary>Marked positions that no string stands at, in ordinal order.</summary>
    public IEnumerable<string> UnusedFiles => _unusedFiles.OrderBy(file => file, StringComparer.Ordinal);

    /// <summary>Whether a names file marks the place as a file. The mark counts as used.</summary>
    public bool UseFileMark(Place place)
    {
        if (files.Count == 0)
            return false;
        var path = string.Join(".", place.Path);
        _unusedFiles.Remove(path);
        return files.Contains(path);
    }

    public BoundType Bind(PositionedElement schema, Place place)
    {
        var key = (schema.Offset, MarksBelow(place));
        var isKnown = _bound.TryGetValue(key, out var known);
        if (known is not null)
            return known;
        var open = _open.FindIndex(candidate => candidate.Offset == schema.Offset);
        if (open >= 0)
            return new BoundType(new DraftTypeModel(_open[open].Draft), new SchemaView(schema).IsNullable, default);
        if (isKnown)
            return Fallback(place, "it refers to itself without an object in between");
        if (_depth == MaxDepth)
            return Fallback(place, "it is nested too deeply");

        _bound[key] = null;
        _depth++;
        var bound = BindFeatures(new SchemaView(schema), place);
        _depth--;
        _bound[key] = bound;
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

    /// <summary>Closes a draft whose shape is complete.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="parts">The types it is made of.</param>
    /// <param name="describe">The shape as a text; the draft itself is <c>^</c> in it.</param>
    public BoundType Declare(TypeDraft draft, IEnumerable<TypeUse> parts, Func<string> describe)
    {
        draft.Signature = "^";
        draft.LeadsBackTo = parts.Select(part => LeadsBackTo(part.Type)).Append(int.MaxValue).Min();
        var shape = describe();

        // A shape that leads back to a type around it means something else elsewhere: it is not shared.
        if (draft.LeadsBackTo < _open.Count)
            shape += "@" + Signatures.Piece(Slug) + draft.Pointer;
        draft.Signature = Signatures.OfShape(shape);
        return new BoundType(new DraftTypeModel(draft), false, default);
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
        DraftTypeModel { Draft: var draft } => _open.FindIndex(candidate => candidate.Draft == draft) is var index && index >= 0 ? index : draft.LeadsBackTo,
        _ => int.MaxValue,
    };

    private BoundType BindFeatures(SchemaView schema, Place place)
    {
        if (schema.AcceptsAnything)
            return Fallback(place, "its schema accepts anything");
        foreach (var feature in TypeFeatureTable.Rows)
        {
            if (feature.Bind(schema, place, this) is not { } bound)
                continue;
            var nullable = schema.IsNullable && !bound.IsNullable ? bound with { IsNullable = true } : bound;
            return BindsResult ? ResultShape.Of(nullable) : nullable;
        }

        return Fallback(place, "its schema has no 'type' that has a C# counterpart");
    }
}
