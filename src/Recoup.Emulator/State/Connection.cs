namespace Recoup.Emulator.State;

/// <summary>One connection of an account to a connector.</summary>
internal sealed record Connection(string Id, EmulatedAccount Account, string ConnectorSlug, ConnectionState State)
{
    /// <summary>Where the user gives consent.</summary>
    public required Uri RedirectUrl { get; init; }

    /// <summary>Where the user returns to afterwards.</summary>
    public required Uri CallbackUrl { get; init; }
}
