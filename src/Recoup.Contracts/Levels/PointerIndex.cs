using System.Globalization;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Normalisation;

namespace Recoup.Contracts.Levels;

/// <summary>The JSON pointer of every value of a document, by its place in the text.</summary>
internal sealed class PointerIndex
{
    private readonly Dictionary<int, string> _pointers = [];

    public PointerIndex(PositionedElement root) => Add(root, "");

    public string Of(PositionedElement value) =>
        value.ValueKind != System.Text.Json.JsonValueKind.Undefined && _pointers.TryGetValue(value.Offset, out var pointer) ? pointer : "";

    private void Add(PositionedElement value, string pointer)
    {
        _pointers[value.Offset] = pointer;
        foreach (var member in value.EnumerateObject())
            Add(member.Value, pointer + "/" + Place.Escape(member.Name));
        var index = 0;
        foreach (var item in value.EnumerateArray())
            Add(item, pointer + "/" + (index++).ToString(CultureInfo.InvariantCulture));
    }
}
