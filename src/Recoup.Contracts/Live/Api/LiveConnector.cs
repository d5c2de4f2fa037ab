namespace Recoup.Contracts.Live.Api;

/// <summary>A connector as the live API lists it.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="IsConnected">Whether the account has authorized it itself.</param>
/// <param name="HasConnection">Whether it names a connection.</param>
internal sealed record LiveConnector(string Slug, bool IsConnected, bool HasConnection);
