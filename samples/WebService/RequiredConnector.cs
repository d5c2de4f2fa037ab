namespace WebService;

/// <summary>Metadata of an endpoint: the connector that the artist must connect before the endpoint works.</summary>
internal sealed record RequiredConnector(string Slug);
