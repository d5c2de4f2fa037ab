using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Json;

/// <summary>LINQ operators for the items of a positioned array.</summary>
internal static class PositionedLinq
{
    public static IEnumerable<T> Select<T>(this PositionedElement.ArrayEnumerator items, Func<PositionedElement, T> choose) =>
        items.Select((item, _) => choose(item));

    public static IEnumerable<T> Select<T>(this PositionedElement.ArrayEnumerator items, Func<PositionedElement, int, T> choose)
    {
        var index = 0;
        foreach (var item in items)
            yield return choose(item, index++);
    }

    public static T Aggregate<T>(this PositionedElement.ArrayEnumerator items, T seed, Func<T, PositionedElement, T> add)
    {
        foreach (var item in items)
            seed = add(seed, item);
        return seed;
    }
}
