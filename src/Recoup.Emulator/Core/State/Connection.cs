namespace Recoup.Emulator.Core.State;

/// <summary>One connection of an account to a connector.</summary>
internal sealed record Connection(string Id, EmulatedAccount Account, string ConnectorSlug, ConnectionState State)
{
    /// <summary>The address where the user gives consent.</summary>
    public required Uri RedirectUrl { get; init; }

    /// <summary>The address to which the user returns afterwards.</summary>
    public required string CallbackUrl { get; init; }
}
