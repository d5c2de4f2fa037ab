namespace Recoup.Emulator.Worlds;

/// <summary>How much a world can describe: the time and the memory for reading it and starting with it are bounded.</summary>
internal static class WorldLimits
{
    public const int Bytes = 4 << 20;

    // The duration of a search for a credential depends on the number of accounts.
    public const int Accounts = 1_000;

    /// <summary>The entries of any other list.</summary>
    public const int Entries = 10_000;

    public const int Problems = 50;

    /// <summary>The references to parameters in one payload. Each searches the parameters of a call.</summary>
    public const int References = 100;

    public const int ResultBytes = 16 << 20;

    /// <summary>In seconds; a timer cannot wait longer than 49 days.</summary>
    public const double Delay = 1_000_000;
}
