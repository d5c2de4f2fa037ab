using System.Globalization;
using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Sources;

namespace Recoup.Schemas.Resolution;

/// <summary>
/// Follows JSON Pointers (RFC 6901, section 4) through the parts of schemas that are not read as schemas. It indexes every object and array
/// that it passes, so that many pointers into one of them take linear time.
/// </summary>
internal sealed class RawPlaces
{
    private readonly Dictionary<(SchemaSource Source, string Pointer), Dictionary<string, JsonElement>> _indexes = [];

    /// <param name="source">The schema in which the pointer begins.</param>
    /// <param name="pointer">The pointer that leads from there to <paramref name="from"/>.</param>
    /// <param name="from">The object or array.</param>
    /// <param name="segment">The next segment of the pointer.</param>
    /// <param name="value">The value that it leads to.</param>
    public bool TryStep(SchemaSource source, string pointer, JsonElement from, string segment, out JsonElement value)
    {
        value = default;
        if (from.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            return false;
        if (!_indexes.TryGetValue((source, pointer), out var index))
            _indexes.Add((source, pointer), index = IndexOf(from));
        return index.TryGetValue(segment, out value);
    }

    private static Dictionary<string, JsonElement> IndexOf(JsonElement container)
    {
        var index = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (container.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in container.EnumerateObject())
                index[JsonNames.Of(property)] = property.Value;
        }
        else
        {
            // An index has one spelling: "00", "+0" and "-" lead nowhere.
            foreach (var item in container.EnumerateArray())
                index.Add(index.Count.ToString(CultureInfo.InvariantCulture), item);
        }

        return index;
    }
}
