namespace Recoup.Benchmarks.Load;

/// <summary>What a client sees of a call.</summary>
internal enum Seen
{
    Status200,
    Status502,
    Status504,

    /// <summary>The connection was reset.</summary>
    Reset,

    /// <summary>The connection ended in the middle of the answer.</summary>
    Ended,

    /// <summary>No answer came, and the client gave up.</summary>
    GaveUp,

    Other,
}
