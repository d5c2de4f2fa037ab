namespace Recoup.Binding.Types.Features;

/// <summary>
/// Bounds lists of lists. Generated code reads each level with a function inside the function of the level around it, and the compiler
/// binds n nested functions 2^n times: 30 levels would never compile.
/// </summary>
internal static class NestedTypes
{
    // MultiPolygon, the deepest array of GeoJSON, has four.
    private const int MaxLevels = 5;

    /// <summary>The list or map, or any JSON if it has too many levels.</summary>
    public static BoundType Bounded(BoundType container, Place place, TypeBinder binder) => LevelsOf(container.Type) <= MaxLevels
        ? container
        : binder.Fallback(place, FormattableString.Invariant($"its arrays and maps have more than {MaxLevels} levels"));

    private static int LevelsOf(TypeModel type) => type switch
    {
        ListTypeModel list => 1 + LevelsOf(list.Item.Type),
        MapTypeModel map => 1 + LevelsOf(map.Value.Type),
        _ => 0,
    };
}
