namespace Recoup.Contracts;

/// <summary>The direction in which values pass through a schema. It decides which changes are breaking.</summary>
public enum Direction
{
    /// <summary>Values that a program sends. A change is breaking if fewer values are accepted than before.</summary>
    Parameters,

    /// <summary>Values that a program reads. A change is breaking if more values are possible than before.</summary>
    Results,
}
