namespace ReleaseWorker;

/// <summary>Says what the caller of the process, for example a scheduler, has to do next.</summary>
internal enum ExitCode
{
    /// <summary>Nothing: the release is posted in every channel.</summary>
    Done = 0,

    /// <summary>Fix the cause and run it again: it continues where it stopped.</summary>
    Failed = 1,

    /// <summary>Correct the arguments.</summary>
    Usage = 2,

    /// <summary>Connect the accounts that the log names, then run it again.</summary>
    ConnectFirst = 3,

    /// <summary>Check whether the post is published and record it in the sheet: no program can know.</summary>
    LookFirst = 4,

    /// <summary>Run it again: it was interrupted between two steps, never within a post.</summary>
    Interrupted = 130,
}
