using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Json;

/// <summary>Follows references between the objects of a document.</summary>
internal static class SpecReference
{
    private const int MaxHops = 16;

    /// <summary>The target of a reference, or the value itself; undefined for a reference without a target.</summary>
    public static PositionedElement Follow(PositionedElement value, PositionedElement root)
    {
        for (var hops = 0; value["$ref"].AsString() is { } reference; hops++)
        {
            if (hops == MaxHops || !root.TryFollow(reference, out value))
                return default;
        }

        return value;
    }
}
