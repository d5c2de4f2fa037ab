using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Learning.Shapes;

namespace Recoup.Contracts.Learning.Merging;

/// <summary>A place of a payload, and what was seen there in all payloads.</summary>
/// <param name="Values">The values: several only if an object has a member several times.</param>
/// <param name="Seen">The shape of the place; anything if the place is not described.</param>
/// <param name="Path">The place: the same text for all values of a list or a map.</param>
/// <param name="Name">The name of the member that has the values; empty if there is none.</param>
/// <param name="IsData">Whether the name of the member is data.</param>
internal sealed record SeenPlace(IReadOnlyList<JsonElement> Values, Shape Seen, string Path, string Name, bool IsData)
{
    private const string Item = "/[]";
    private const string MapValue = "/*";

    public static SeenPlace Find(JsonElement payload, Shape shape, string pointer)
    {
        var place = new SeenPlace([payload], shape, "", "", IsData: false);
        foreach (var step in JsonPointer.Parse(pointer) ?? [])
            place = place.Below(step);
        return place;
    }

    /// <summary>Whether an object has a member.</summary>
    public static bool Has(JsonElement value, string name) => Below(value, name).Any();

    private static bool IsMember(JsonElement value, string step) => value.ValueKind == JsonValueKind.Object && Has(value, step);

    private SeenPlace Below(string step)
    {
        List<JsonElement> values = [.. Values.SelectMany(value => Below(value, step))];
        if (Values.Any(value => value.ValueKind == JsonValueKind.Array && Has(value, step)) && !Values.Any(value => IsMember(value, step)))
            return new SeenPlace(values, Seen.Items ?? Anything(), Path + Item, Name, IsData: false);
        return Seen.Object?.Find(step) is { } member
            ? new SeenPlace(values, member.Shape, JsonPointer.Append(Path, "." + step), step, IsData: false)
            : new SeenPlace(values, Seen.Object?.Values ?? Anything(), Path + MapValue, Name, IsData: true);
    }

    // Names are compared as the engine writes them into pointers: as .NET strings, which can have half of a surrogate pair.
    private static IEnumerable<JsonElement> Below(JsonElement value, string step) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject()
            .Where(member => LoneSurrogates.Unescape([(byte)'"', .. JsonMarshal.GetRawUtf8PropertyName(member), (byte)'"']) == step)
            .Select(member => member.Value),
        JsonValueKind.Array when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < value.GetArrayLength() => [value[index]],
        _ => [],
    };

    private static Shape Anything()
    {
        var shape = new Shape();
        shape.BecomeAnything();
        return shape;
    }
}
