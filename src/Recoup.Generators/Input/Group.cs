using Microsoft.CodeAnalysis;
using Recoup.Catalogs;

namespace Recoup.Generators.Input;

/// <summary>The values of several inputs as one value.</summary>
/// <remarks>
/// All values of the pipeline are objects, also where a tuple or an array would do: the compiler shares one native implementation of a step
/// among all objects, but builds dozens of methods anew for each combination of structs. That was a third of the first generation.
/// </remarks>
/// <param name="Items">The values.</param>
/// <typeparam name="T">The type of the values.</typeparam>
internal sealed record Group<T>(EquatableArray<T> Items)
    where T : class, IEquatable<T>;

/// <summary>Creates groups.</summary>
internal static class GroupExtensions
{
    /// <summary>The values as one value.</summary>
    public static IncrementalValueProvider<Group<T>> Group<T>(this IncrementalValuesProvider<T> values)
        where T : class, IEquatable<T> => values.Collect().Select(static (items, _) => new Group<T>(new(items)));
}
