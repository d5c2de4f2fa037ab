namespace Recoup.Contracts;

/// <summary>One of the two compared documents.</summary>
public enum Side
{
    /// <summary>The earlier document.</summary>
    Before,

    /// <summary>The later document.</summary>
    After,
}
