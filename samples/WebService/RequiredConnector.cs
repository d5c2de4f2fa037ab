namespace WebService;

/// <summary>Metadata of an endpoint: the connector that its artist must have connected.</summary>
internal sealed record RequiredConnector(string Slug);
