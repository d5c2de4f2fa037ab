using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// A part of a document: some of its values, each at its pointer. An array on the way is an object whose members are named after its
/// indexes, so that pointers lead to the same values.
/// </summary>
internal sealed class DocumentPart
{
    private static readonly string[] Identifiers = ["$id", "id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveRef", "$schema"];

    private readonly SortedDictionary<string, DocumentPart> _members = new(StringComparer.Ordinal);

    /// <summary>The value, if the part contains all of it.</summary>
    public PositionedElement? Whole { get; private set; }

    /// <summary>The parts below a value that is not whole.</summary>
    public IEnumerable<KeyValuePair<string, DocumentPart>> Members => _members;

    /// <summary>
    /// A schema and everything that it refers to; null if a reference may not be a pointer, or may depend on what is around the schema.
    /// </summary>
    public static DocumentPart? Of(PositionedElement schema, string pointer, PositionedElement root)
    {
        if (schema.ValueKind == JsonValueKind.Undefined || Array.Exists(Identifiers, name => IsText(root[name])))
            return null;
        var part = new DocumentPart();
        var followed = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<(PositionedElement Schema, string Pointer)>([(schema, pointer)]);
        while (open.TryDequeue(out var next))
        {
            if (!part.Add(next.Schema, next.Pointer))
                continue;
            foreach (var value in next.Schema.DescendantsAndSelf().Where(value => value.ValueKind == JsonValueKind.Object))
            {
                if (Array.Exists(Identifiers, name => IsText(value[name])))
                    return null;
                if (value["$ref"].AsString() is not { } reference || !followed.Add(reference))
                    continue;
                if (!reference.StartsWith("#/", StringComparison.Ordinal))
                    return null;
                if (root.TryFollow(reference, out var target))
                    open.Enqueue((target, Uri.UnescapeDataString(reference[1..])));
            }
        }

        return part;
    }

    private static bool IsText(PositionedElement value) => value.ValueKind == JsonValueKind.String;

    /// <summary>Adds a value. False if the part already contains it.</summary>
    private bool Add(PositionedElement value, string pointer)
    {
        var at = this;
        foreach (var step in JsonPointer.Parse(pointer) ?? [])
        {
            if (at.Whole is not null)
                return false;
            if (!at._members.TryGetValue(step, out var inner))
                at._members.Add(step, inner = new DocumentPart());
            at = inner;
        }

        if (at.Whole is not null)
            return false;
        at.Whole = value;
        at._members.Clear();
        return true;
    }
}
