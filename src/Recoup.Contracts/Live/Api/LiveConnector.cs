namespace Recoup.Contracts.Live.Api;

/// <summary>A connector in the live list.</summary>
/// <param name="Slug">The slug.</param>
/// <param name="IsConnected">Whether the account itself has authorized the connector.</param>
/// <param name="HasConnection">Whether the entry has a connection id.</param>
internal sealed record LiveConnector(string Slug, bool IsConnected, bool HasConnection);
