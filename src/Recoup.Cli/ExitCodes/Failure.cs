using Recoup.Catalogs;
using Recoup.Contracts;
using Recoup.Contracts.Live;
using Recoup.Contracts.Rehearsals;
using Recoup.Emulator;

namespace Recoup.Cli.ExitCodes;

/// <summary>Why a command ended early: the message for the user and the exit code.</summary>
/// <param name="Message">The message.</param>
/// <param name="ExitCode">The exit code, from <see cref="ExitCodes.ExitCode"/>.</param>
internal sealed record Failure(string Message, int ExitCode)
{
    /// <summary>Returns null for a bug in the tool: such an exception is not caught, so its stack trace is shown.</summary>
    public static Failure? Of(Exception exception) => exception switch
    {
        LiveApiException or UndecidedRehearsalException => new(exception.Message, ExitCodes.ExitCode.Undecided),
        ContractException or CatalogException or RecoupEmulatorException or UsageException =>
            new(exception.Message, ExitCodes.ExitCode.Unusable),
        IOException or UnauthorizedAccessException => new(exception.Message, ExitCodes.ExitCode.Unusable),
        _ => null,
    };
}
