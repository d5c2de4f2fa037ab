using System.Runtime.CompilerServices;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Documents.Pairs;

/// <summary>The JSON pointer of every value in a document, by its offset in the text.</summary>
internal sealed class PointerIndex
{
    private static readonly ConditionalWeakTable<ApiSpec, PointerIndex> Known = [];

    private readonly Dictionary<int, string> _pointers = [];

    public PointerIndex(PositionedElement root) => Add(root, "");

    /// <summary>The cached index of a document.</summary>
    public static PointerIndex Of(ApiSpec spec) => Known.GetValue(spec, static spec => new PointerIndex(spec.Source));

    public string Of(PositionedElement value) =>
        value.ValueKind != System.Text.Json.JsonValueKind.Undefined && _pointers.TryGetValue(value.Offset, out var pointer) ? pointer : "";

    private void Add(PositionedElement value, string pointer)
    {
        _pointers[value.Offset] = pointer;
        foreach (var member in value.EnumerateObject())
            Add(member.Value, JsonPointer.Append(pointer, member.Name));
        var index = 0;
        foreach (var item in value.EnumerateArray())
            Add(item, JsonPointer.Append(pointer, index++));
    }
}
