namespace Recoup.Contracts.Live.Api;

/// <summary>A request as data.</summary>
/// <param name="Method">The name of the method.</param>
/// <param name="Path">The path, without the query.</param>
internal sealed record LiveRequest(string Method, string Path)
{
    public Credential Credential { get; init; } = Credential.Key;

    /// <summary>The value of the query parameter for the account; null to omit it.</summary>
    public string? Account { get; init; }

    public string? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>Method and path, as in findings.</summary>
    public string Operation => $"{Method} {Path}";
}
