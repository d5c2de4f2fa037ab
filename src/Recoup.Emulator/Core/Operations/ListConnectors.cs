using System.Text.Json;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Checks;
using Recoup.Emulator.Core.Requests;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Operations;

/// <summary>GET /api/connectors: lists every connector with the account's own connection to it.</summary>
internal sealed class ListConnectors : OperationHandler
{
    public override string Method => "GET";

    public override string Path => "/api/connectors";

    public override AccessKind Access => AccessKind.Read;

    public override string? NamedAccount(ApiRequest request, JsonElement body) => AccountQuery.Read(request.Query);

    public override ValueTask<ApiResponse> RespondAsync(ApiCall call)
    {
        var rules = call.Api.Rules;
        if (call.Api.State.IsUpstreamDown && rules.ConnectorsWhileUpstreamIsDown("Failed to fetch connectors") is { } error)
            return new(rules.WriteError(error));
        return new(ApiResponse.Json(200, call, static (writer, call) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", true);
            writer.WriteStartArray("connectors");
            foreach (var connector in call.Api.Connectors)
                Write(writer, call, connector);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }

    private static void Write(Utf8JsonWriter writer, ApiCall call, string connector)
    {
        var connection = call.Api.State.FindConnection(call.Owner, connector);
        var isConnected = connection?.State is ConnectionState.Active or ConnectionState.Revoked;
        writer.WriteStartObject();
        writer.WriteString("slug", connector);
        writer.WriteString("name", ConnectorNames.Of(connector));
        writer.WriteBoolean("isConnected", isConnected);
        if (connection is not null && (isConnected || call.Api.Rules.ShowsInactiveConnections))
            writer.WriteString("connectedAccountId", connection.Id);
        writer.WriteEndObject();
    }
}
