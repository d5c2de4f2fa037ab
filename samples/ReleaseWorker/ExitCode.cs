namespace ReleaseWorker;

/// <summary>What the caller of the process, a scheduler perhaps, has to do next.</summary>
internal enum ExitCode
{
    /// <summary>Nothing: the release is out everywhere.</summary>
    Done = 0,

    /// <summary>Run it again, once the cause is mended: it goes on where it stopped.</summary>
    Failed = 1,

    /// <summary>Call it otherwise.</summary>
    Usage = 2,

    /// <summary>Connect the accounts that the log names, then run it again.</summary>
    ConnectFirst = 3,

    /// <summary>Look whether the post is out, and say so in the sheet: no program can know.</summary>
    LookFirst = 4,

    /// <summary>Run it again: it was interrupted between two steps, never within a post.</summary>
    Interrupted = 130,
}
