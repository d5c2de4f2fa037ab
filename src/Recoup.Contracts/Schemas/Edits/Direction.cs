namespace Recoup.Contracts;

/// <summary>Which way values go through a schema. It decides which change breaks.</summary>
public enum Direction
{
    /// <summary>What a program sends: breaking when fewer values are accepted than before.</summary>
    Parameters,

    /// <summary>What a program reads: breaking when more values may come than before.</summary>
    Results,
}
