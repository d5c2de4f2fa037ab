using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Api;

/// <summary>The shared schemas that the operations of a document use, directly or through references.</summary>
internal sealed class UsedComponents
{
    private const string Schemas = "#/components/schemas/";

    private readonly PositionedElement _root;
    private readonly HashSet<string> _references = new(StringComparer.Ordinal);

    public UsedComponents(PositionedElement root)
    {
        _root = root;
        var open = new Stack<PositionedElement>();
        open.Push(root["paths"]);
        while (open.Count > 0)
            Visit(open.Pop(), open);
    }

    public bool Contains(string name) => _references.Contains(Schemas + JsonPointer.Escape(name));

    private void Visit(PositionedElement element, Stack<PositionedElement> open)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    open.Push(item);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    open.Push(member.Value);
                if (element["$ref"].AsString() is { } reference
                    && reference.StartsWith("#/", StringComparison.Ordinal)
                    && Uri.UnescapeDataString(reference) is var target
                    && _references.Add(target) && _root.TryResolve(target[1..], out var referred))
                {
                    open.Push(referred);
                }

                break;
            default:
                break;
        }
    }
}
