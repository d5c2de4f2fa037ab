using System.Text.Json;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Checks;
using Recoup.Emulator.Core.Requests;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Operations;

/// <summary>GET /api/connectors/actions: lists the actions of the catalog that the account sees.</summary>
internal sealed class ListActions : OperationHandler
{
    public override string Method => "GET";

    public override string Path => "/api/connectors/actions";

    public override AccessKind Access => AccessKind.Read;

    public override string? NamedAccount(ApiRequest request, JsonElement body) => AccountQuery.Read(request.Query);

    public override ValueTask<ApiResponse> RespondAsync(ApiCall call)
    {
        var rules = call.Api.Rules;
        var listing = call.Api.Catalog.Listing(new ListingShape(rules.NameOf, rules.ConnectorSlugOf, rules.ParametersOf));
        var availability = new Availability(call.Api.State, rules, call.Owner, call.Api.Catalog);
        var connected = new bool?[call.Api.Catalog.Entries.Count];
        for (var i = 0; i < connected.Length; i++)
            connected[i] = availability.Shown(call.Api.Catalog.Entries[i].Action);
        return new(new ApiResponse(200, "application/json", listing.Write(connected)));
    }
}
