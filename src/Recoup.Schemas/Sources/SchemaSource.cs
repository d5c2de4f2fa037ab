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

    public SchemaSource(JsonElement element, SchemaResource? resource, SchemaSource? parent, string? keyword, string? name, int index)
    {
        Element = element;
        Resource = resource!;
        Parent = parent;
        Keyword = keyword;
        _name = name;
        _index = index;
    }

    public JsonElement Element { get; }

    public SchemaResource Resource { get; set; }

    public SchemaSource? Parent { get; }

    /// <summary>The parent's keyword that holds this schema. Null for the root of a document.</summary>
    public string? Keyword { get; }

    public List<KeywordUse> Uses { get; } = [];

    public List<SchemaSource> Children { get; } = [];

    public string? Name => _name;

    public int Index => _index;

    /// <summary>Whether the given segments lead from the parent to this schema, and how many of them do.</summary>
    public bool Matches(string[] segments, int at, out int taken)
    {
        taken = 1;
        if (Keyword != segments[at])
            return false;
        if (_name is null && _index < 0)
            return true;
        taken = 2;
        return at + 1 < segments.Length
            && segments[at + 1] == (_name ?? _index.ToString(CultureInfo.InvariantCulture));
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
