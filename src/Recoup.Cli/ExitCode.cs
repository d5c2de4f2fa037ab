namespace Recoup.Cli;

/// <summary>What the tool tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above what fails.</summary>
    public const int Clean = 0;

    /// <summary>Findings.</summary>
    public const int Drift = 1;

    /// <summary>Wrong usage, or an input that cannot be read.</summary>
    public const int Unusable = 2;

    /// <summary>Nothing can be decided: network, credentials, outage.</summary>
    public const int Undecided = 3;

    /// <summary>Ended by Ctrl+C: 128 and the number of the signal, as shells have it.</summary>
    public const int Interrupted = 130;
}
