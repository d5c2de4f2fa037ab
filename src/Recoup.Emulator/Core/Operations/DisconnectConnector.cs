using Recoup.Emulator.Core.Checks;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Operations;

/// <summary>DELETE /api/connectors: removes one connection of the account. The body names it.</summary>
internal sealed class DisconnectConnector : OperationHandler
{
    private const string ConnectionField = "connected_account_id";

    public override string Method => "DELETE";

    public override string Path => "/api/connectors";

    public override BodyShape Shape { get; } = new(
        new(ConnectionField, BodyFieldKind.Text, IsRequired: true),
        new(AccountField, BodyFieldKind.AccountId));

    public override ValueTask<ApiResponse> RespondAsync(ApiCall call)
    {
        var (api, id) = (call.Api, call.Text(ConnectionField));
        if (api.State.IsUpstreamDown && api.Rules.ConnectorsWhileUpstreamIsDown("Connection error.") is { } outage)
            return new(api.Rules.WriteError(outage));
        if (api.State.FindConnection(id) is not { } connection || connection.Account != call.Owner)
            return new(api.Rules.WriteError(api.Rules.ForeignConnection(ApiError.ConnectionDenied(id), call.NamesAccount)));

        api.State.Remove(connection);
        call.Exchange.Executions = 1;
        return new(ApiResponse.Json(200, "Connector disconnected", static (writer, message) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", true);
            writer.WriteString("message", message);
            writer.WriteEndObject();
        }));
    }
}
