using System.Net.Sockets;
using Recoup.Catalogs;
using Recoup.Contracts;
using Recoup.Contracts.Live;

namespace Recoup.Cli;

/// <summary>What a user is told when a command cannot go on.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="ExitCode">The exit code.</param>
internal sealed record Complaint(string Text, int ExitCode)
{
    /// <summary>Null for what is a fault of the tool's own, which may show where it is.</summary>
    public static Complaint? Of(Exception exception) => exception switch
    {
        LiveApiException => new(exception.Message, Cli.ExitCode.Undecided),
        ContractException or CatalogException or UsageException => new(exception.Message, Cli.ExitCode.Unusable),
        IOException { InnerException: SocketException or Microsoft.AspNetCore.Connections.AddressInUseException } or SocketException
            => new($"The port cannot be opened: {exception.Message} Choose another one with --port, or 0 for any that is free.", Cli.ExitCode.Unusable),
        IOException or UnauthorizedAccessException => new(exception.Message, Cli.ExitCode.Unusable),
        _ => null,
    };
}
