namespace Recoup.Contracts;

/// <summary>How a part of a contract changed. Each change has a mirror, the change that undoes it.</summary>
public enum Change
{
    /// <summary>The part is new. Mirror: <see cref="Removed"/>.</summary>
    Added,

    /// <summary>The part was removed. Mirror: <see cref="Added"/>.</summary>
    Removed,

    /// <summary>The part accepts fewer values, by the meaning of the keyword alone. Mirror: <see cref="Loosened"/>.</summary>
    Tightened,

    /// <summary>The part accepts more values, by the meaning of the keyword alone. Mirror: <see cref="Tightened"/>.</summary>
    Loosened,

    /// <summary>The part changed, and neither only accepts more nor only accepts less. It is its own mirror.</summary>
    Changed,
}
