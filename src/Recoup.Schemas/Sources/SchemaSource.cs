using System.Globalization;
using System.Text;
using System.Text.Json;
using Recoup.Schemas.Json;

namespace Recoup.Schemas.Sources;

/// <summary>A schema as read: its keywords, its subschemas, its resource, and the path from its parent.</summary>
internal sealed class SchemaSource
{
    /// <summary>
    /// The path from the parent is a keyword and, below it, a name or an index. A schema that only a reference leads to has one raw segment
    /// instead.
    /// </summary>
    private readonly string? _name;
    private readonly int _index;
    private readonly SchemaSource _document;
    private Dictionary<(string Keyword, string? Key), SchemaSource>? _children;

    public SchemaSource(JsonElement element, SchemaResource? resource, SchemaSource? parent, string? keyword, string? name, int index)
    {
        Element = element;
        Resource = resource!;
        Parent = parent;
        Keyword = keyword;
        _name = name;
        _index = index;
        _document = parent?._document ?? this;
    }

    public JsonElement Element { get; }

    public SchemaResource Resource { get; set; }

    public SchemaSource? Parent { get; }

    /// <summary>The root of the document that holds this schema.</summary>
    public SchemaSource Document => _document;

    /// <summary>The parent's keyword that holds this schema. Null for the root of a document.</summary>
    public string? Keyword { get; }

    public List<KeywordUse> Uses { get; } = [];

    public List<SchemaSource> Children { get; } = [];

    public string? Name => _name;

    public int Index => _index;

    /// <summary>Finds the subschema that the given segments lead to first, and how many of them do.</summary>
    public SchemaSource? FindChild(string[] segments, int at, out int taken)
    {
        taken = 1;
        _children ??= IndexChildren();
        if (_children.TryGetValue((segments[at], null), out var child) || at + 1 == segments.Length)
            return child;
        taken = 2;
        return _children.TryGetValue((segments[at], segments[at + 1]), out child) ? child : null;
    }

    /// <summary>The subschemas by keyword and, below it, name or index. The first of several with one name is meant.</summary>
    private Dictionary<(string Keyword, string? Key), SchemaSource> IndexChildren()
    {
        var index = new Dictionary<(string, string?), SchemaSource>();
        foreach (var child in Children)
        {
            var key = (child.Keyword!, child._index < 0 ? child._name : child._index.ToString(CultureInfo.InvariantCulture));
            if (!index.TryGetValue(key, out _))
                index.Add(key, child);
        }

        return index;
    }

    /// <summary>The plain JSON Pointer from the root of the document.</summary>
    public string DocumentPointer => Write(new StringBuilder(), until: null).ToString();

    /// <summary>The URI of the resource, <c>#</c>, and the pointer from the resource's root as a fragment.</summary>
    public string Location
    {
        get
        {
            var pointer = Write(new StringBuilder(), Resource.Root).ToString();
            return $"{Resource.DisplayUri}#{JsonPointer.ToFragment(pointer)}";
        }
    }

    public string LocationOf(string keyword) => $"{Location}/{JsonPointer.ToFragment(JsonPointer.Escape(keyword))}";

    private StringBuilder Write(StringBuilder text, SchemaSource? until)
    {
        // Iterative, because a chain of references into unknown keywords can be long.
        var chain = new Stack<SchemaSource>();
        for (var source = this; source is { Parent: not null } && source != until; source = source.Parent)
            chain.Push(source);

        foreach (var source in chain)
        {
            if (source.Keyword is not null)
                JsonPointer.Append(text, source.Keyword);
            if (source._name is not null)
                JsonPointer.Append(text, source._name);
            else if (source._index >= 0)
                JsonPointer.Append(text, source._index.ToString(CultureInfo.InvariantCulture));
        }

        return text;
    }
}
