namespace Recoup.Contracts;

/// <summary>One of the two documents that are compared.</summary>
public enum Side
{
    /// <summary>The document from before.</summary>
    Before,

    /// <summary>The document of now.</summary>
    After,
}
