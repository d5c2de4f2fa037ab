using Microsoft.AspNetCore.Http.HttpResults;
using Recoup.Typed;

namespace WebService;

/// <summary>Lists the connectors of an artist and connects more.</summary>
internal static class Connectors
{
    public const string Authorize = "AuthorizeConnector";
    private const string Route = "/connectors";

    public static void MapConnectors(this IEndpointRouteBuilder app)
    {
        app.MapGet(Route, ListAsync);
        app.MapPost(Route + "/{connector}", AuthorizeAsync).WithName(Authorize);
    }

    private static async Task<Ok<IEnumerable<ConnectorState>>> ListAsync(
        Guid? artist, RecoupClient recoup, CancellationToken cancellationToken)
    {
        var response = await recoup.Api.ListConnectorsAsync(artist, cancellationToken);
        return TypedResults.Ok(response.Connectors.Select(connector =>
            new ConnectorState(connector.Slug, connector.Name, connector.IsConnected)));
    }

    private static async Task<Ok<Consent>> AuthorizeAsync(
        string connector, Guid? artist, RecoupClient recoup, CancellationToken cancellationToken)
    {
        var request = new AuthorizeConnectorRequest { Connector = connector, AccountId = artist };
        var response = await recoup.Api.AuthorizeConnectorAsync(request, cancellationToken);
        return TypedResults.Ok(new Consent(response.Data.RedirectUrl));
    }

    internal sealed record ConnectorState(string Connector, string Name, bool IsConnected);

    /// <param name="Address">The address where the artist gives consent in a browser.</param>
    internal sealed record Consent(string Address);
}
