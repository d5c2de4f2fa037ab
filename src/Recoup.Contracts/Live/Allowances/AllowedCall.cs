using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Catalogs;
using Recoup.Contracts.Live.Api;
using Recoup.Schemas;

namespace Recoup.Contracts.Live.Allowances;

/// <summary>A call of an allow-listed action. Nothing else in a verification sends the slug of an action that may exist.</summary>
internal sealed class AllowedCall(CatalogAction action, bool isListed, JsonSchema schema, JsonElement parameters)
{
    public string Slug => action.Slug;

    public string Connector => action.ConnectorSlug;

    /// <summary>Whether the live catalog lists the action; otherwise only the stored one does.</summary>
    public bool IsListed => isListed;

    /// <summary>Whether the live catalog lists the action as connected.</summary>
    public bool IsConnected => isListed && action.IsConnected;

    public CatalogAction Action => action;

    public JsonSchema Schema => schema;

    public JsonElement Parameters => parameters;

    /// <summary>Whether a call reached the service, whatever the service returned.</summary>
    public bool ReachesService { get; set; }

    public LiveRequest Request(ApiRoutes routes, Guid? account, JsonElement sent)
    {
        var body = new JsonObject { [routes.Slug] = Slug, [routes.Parameters] = JsonNode.Parse(sent.GetRawText()) };
        if (account is { } id)
            body[routes.Account] = id.ToString();
        return new LiveRequest(routes.Execute.Method, routes.Execute.Path) { Body = body.ToJsonString() };
    }
}
