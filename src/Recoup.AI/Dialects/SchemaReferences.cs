using System.Globalization;
using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.AI.Dialects;

/// <summary>Finds what <c>$ref</c> refers to inside one schema: a JSON pointer (RFC 6901) or an anchor. Nothing is ever fetched.</summary>
internal sealed class SchemaReferences(JsonElement root)
{
    private Dictionary<string, SchemaPart>? _anchors;

    public bool TryResolve(string reference, out SchemaPart target)
    {
        target = new SchemaPart(root);
        if (!reference.StartsWith('#'))
            return false;
        var fragment = Uri.UnescapeDataString(reference[1..]);
        if (fragment.Length == 0)
            return true;
        if (!fragment.StartsWith('/'))
            return (_anchors ??= FindAnchors()).TryGetValue(fragment, out target);

        foreach (var step in fragment[1..].Split('/'))
        {
            if (!TryStep(ref target, JsonPointer.Unescape(step)))
                return false;
        }

        return target.Element.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False;
    }

    private static bool TryStep(ref SchemaPart part, string name)
    {
        if (part.Element.ValueKind == JsonValueKind.Array)
        {
            var isIndex = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < part.Element.GetArrayLength();
            part = isIndex ? part.Below(name, part.Element[index]) : default;
            return isIndex;
        }

        part = part[name];
        return part.Element.ValueKind != JsonValueKind.Undefined;
    }

    private Dictionary<string, SchemaPart> FindAnchors()
    {
        var anchors = new Dictionary<string, SchemaPart>(StringComparer.Ordinal);
        var open = new Stack<SchemaPart>([new SchemaPart(root)]);
        while (open.TryPop(out var part))
        {
            if (part.Text("$anchor") is { } anchor)
                anchors.TryAdd(anchor, part);
            if (part.Text("$id") is { } id && id.StartsWith('#'))
                anchors.TryAdd(id[1..], part);
            if (part.IsObject)
            {
                foreach (var member in part.Element.EnumerateObject())
                    open.Push(part.Below(member.Name, member.Value));
            }
            else if (part.Element.ValueKind == JsonValueKind.Array)
            {
                foreach (var (item, index) in part.Element.EnumerateArray().Select((item, index) => (item, index)))
                    open.Push(part.Below(FormattableString.Invariant($"{index}"), item));
            }
        }

        return anchors;
    }
}
