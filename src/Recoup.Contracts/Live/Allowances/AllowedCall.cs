using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Catalogs;
using Recoup.Contracts.Live.Api;
using Recoup.Schemas;

namespace Recoup.Contracts.Live.Allowances;

/// <summary>A call of an allow-listed action. Nothing else in a verification puts a slug that may exist into a request.</summary>
internal sealed class AllowedCall(CatalogAction action, bool isListed, JsonSchema schema, JsonElement parameters)
{
    public string Slug => action.Slug;

    public string Connector => action.ConnectorSlug;

    /// <summary>Whether the live catalog lists the action, and not the stored one alone.</summary>
    public bool IsListed => isListed;

    /// <summary>Whether the live catalog says that it can be executed.</summary>
    public bool IsConnected => isListed && action.IsConnected;

    public CatalogAction Action => action;

    public JsonSchema Schema => schema;

    public JsonElement Parameters => parameters;

    /// <summary>Whether a call got as far as the service, whatever that answered.</summary>
    public bool ReachesService { get; set; }

    public LiveRequest Request(ApiRoutes routes, Guid? account, JsonElement sent)
    {
        var body = new JsonObject { [routes.Slug] = Slug, [routes.Parameters] = JsonNode.Parse(sent.GetRawText()) };
        if (account is { } id)
            body[routes.Account] = id.ToString();
        return new LiveRequest(routes.Execute.Method, routes.Execute.Path) { Body = body.ToJsonString() };
    }
}
