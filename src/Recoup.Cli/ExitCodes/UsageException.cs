namespace Recoup.Cli.ExitCodes;

/// <summary>The arguments are wrong. The message says what was expected, what was given and what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
