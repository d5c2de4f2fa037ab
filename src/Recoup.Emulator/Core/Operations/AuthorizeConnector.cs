using Recoup.Emulator.Core.Checks;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Operations;

/// <summary>
/// POST /api/connectors: starts an authorization. A test completes it in place of the user, with <c>CompleteAuthorization</c>.
/// </summary>
internal sealed class AuthorizeConnector : OperationHandler
{
    private const string ConnectorField = "connector";
    private const string CallbackField = "callback_url";

    public override string Method => "POST";

    public override string Path => "/api/connectors";

    public override BodyShape Shape { get; } = new(
        new(ConnectorField, BodyFieldKind.Text, IsRequired: true, "googlesheets", "tiktok"),
        new(CallbackField, BodyFieldKind.Uri),
        new(AccountField, BodyFieldKind.AccountId));

    public override ValueTask<ApiResponse> RespondAsync(ApiCall call)
    {
        var (api, connector) = (call.Api, call.Text(ConnectorField));
        if (api.State.IsUpstreamDown && api.Rules.ConnectorsWhileUpstreamIsDown("Connection error.") is { } outage)
            return new(api.Rules.WriteError(outage));
        if (!api.Connectors.Contains(connector, StringComparer.Ordinal))
            return new(api.Rules.WriteError(api.Rules.UnknownConnector(ApiError.ConnectorUnknown(connector))));

        var callback = call.Body.TryGetProperty(CallbackField, out var url) ? url.GetString() : null;
        var connection = api.State.BeginAuthorization(call.Owner, connector, callback);
        call.Exchange.Executions = 1;
        return new(ApiResponse.Json(200, connection, static (writer, connection) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", true);
            writer.WriteStartObject("data");
            writer.WriteString("connector", connection.ConnectorSlug);
            writer.WriteString("redirectUrl", connection.RedirectUrl.AbsoluteUri);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));
    }
}
