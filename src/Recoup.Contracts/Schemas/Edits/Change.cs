namespace Recoup.Contracts;

/// <summary>What was done to a part of a contract. Each has its mirror: what undoes it.</summary>
public enum Change
{
    /// <summary>It was not there before. Mirror: <see cref="Removed"/>.</summary>
    Added,

    /// <summary>It is not there any more. Mirror: <see cref="Added"/>.</summary>
    Removed,

    /// <summary>It holds for fewer values, by the meaning of the keyword alone. Mirror: <see cref="Loosened"/>.</summary>
    Tightened,

    /// <summary>It holds for more values, by the meaning of the keyword alone. Mirror: <see cref="Tightened"/>.</summary>
    Loosened,

    /// <summary>It says something else, neither only more nor only less. Its own mirror.</summary>
    Changed,
}
