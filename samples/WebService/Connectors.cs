using Microsoft.AspNetCore.Http.HttpResults;
using Recoup.Actions;
using Recoup.Typed;

namespace WebService;

/// <summary>Lists the connectors of an artist, and connects the one that this service uses.</summary>
internal static class Connectors
{
    public const string Authorize = "AuthorizeConnector";

    public static void MapConnectors(this IEndpointRouteBuilder app)
    {
        app.MapGet("/connectors", ListAsync);
        app.MapPost("/connectors/linkedin", AuthorizeAsync).WithName(Authorize);
    }

    private static async Task<Ok<IEnumerable<ConnectorState>>> ListAsync(
        Guid? artist, RecoupClient recoup, CancellationToken cancellationToken)
    {
        var response = await recoup.Api.ListConnectorsAsync(artist, cancellationToken);
        return TypedResults.Ok(response.Connectors.Select(connector =>
            new ConnectorState(connector.Slug, connector.Name, connector.IsConnected)));
    }

    private static async Task<Ok<Consent>> AuthorizeAsync(Guid? artist, RecoupClient recoup, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Consent(
            await recoup.AuthorizeAsync(LinkedIn.CreateLinkedInPost, account: artist, cancellationToken: cancellationToken)));

    internal sealed record ConnectorState(string Connector, string Name, bool IsConnected);

    /// <param name="Address">The address where the artist gives consent in a browser.</param>
    internal sealed record Consent(Uri Address);
}
