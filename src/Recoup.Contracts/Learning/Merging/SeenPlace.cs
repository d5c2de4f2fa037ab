using System.Globalization;
using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Learning.Shapes;

namespace Recoup.Contracts.Learning.Merging;

/// <summary>A value of a payload, and what was seen in its place in all payloads.</summary>
/// <param name="Value">The value.</param>
/// <param name="Seen">The shape of the place; anything if the place is not described.</param>
/// <param name="Path">The place: the same text for all values of a list or a map.</param>
/// <param name="Name">The name of the member that has the value; empty if there is none.</param>
/// <param name="IsData">Whether the name of the member is data.</param>
internal sealed record SeenPlace(JsonElement Value, Shape Seen, string Path, string Name, bool IsData)
{
    private const string Item = "/[]";
    private const string Rest = "/*";

    public static SeenPlace Find(JsonElement payload, Shape shape, string pointer)
    {
        var place = new SeenPlace(payload, shape, "", "", IsData: false);
        foreach (var step in JsonPointer.Parse(pointer) ?? [])
            place = place.Below(step);
        return place;
    }

    private SeenPlace Below(string step)
    {
        if (Value.ValueKind == JsonValueKind.Array)
        {
            var item = Value[int.Parse(step, CultureInfo.InvariantCulture)];
            return new SeenPlace(item, Seen.Items ?? Anything(), Path + Item, Name, IsData: false);
        }

        var value = Member(step);
        return Seen.Object?.Find(step) is { } member
            ? new SeenPlace(value, member.Shape, JsonPointer.Append(Path, "." + step), step, IsData: false)
            : new SeenPlace(value, Seen.Object?.Rest ?? Anything(), Path + Rest, Name, IsData: true);
    }

    // Of members with the same name, the last one counts. A name with half of a surrogate pair is found by no pointer.
    private JsonElement Member(string name)
    {
        try
        {
            return Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out var member) ? member : default;
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    private static Shape Anything()
    {
        var shape = new Shape();
        shape.BecomeAnything();
        return shape;
    }
}
