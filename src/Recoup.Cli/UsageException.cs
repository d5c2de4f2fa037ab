namespace Recoup.Cli;

/// <summary>The tool was asked for something it cannot do; the message says what and what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
