namespace Recoup.Cli.ExitCodes;

/// <summary>The exit codes of the tool.</summary>
internal static class ExitCode
{
    /// <summary>There is no finding at or above the level that fails.</summary>
    public const int Clean = 0;

    /// <summary>There are findings.</summary>
    public const int Drift = 1;

    /// <summary>The usage is wrong, or an input cannot be read.</summary>
    public const int Unusable = 2;

    /// <summary>There is no result because of the network, the credentials or an outage.</summary>
    public const int Undecided = 3;

    /// <summary>Ctrl+C: 128 plus the number of the signal, as in a shell.</summary>
    public const int Interrupted = 130;
}
