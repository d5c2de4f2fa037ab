namespace Recoup.Differential.Generation;

/// <summary>Choices of a random number generator.</summary>
/// <param name="random">The generator.</param>
internal sealed class Choices(Random random)
{
    public int Below(int count) => random.Next(count);

    /// <summary>True in one of so many cases.</summary>
    public bool OneIn(int count) => random.Next(count) == 0;

    public T Of<T>(params ReadOnlySpan<T> items) => items[random.Next(items.Length)];

    /// <summary>Different items, in their order.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> items, int atLeast = 1)
    {
        var count = random.Next(atLeast, items.Count + 1);
        return [.. Enumerable.Range(0, items.Count).OrderBy(_ => random.Next()).Take(count).Order().Select(index => items[index])];
    }

    public List<T> Many<T>(int atLeast, int atMost, Func<T> create) =>
        [.. Enumerable.Range(0, random.Next(atLeast, atMost + 1)).Select(_ => create())];
}
