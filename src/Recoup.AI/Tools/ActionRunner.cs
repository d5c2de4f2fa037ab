using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Typed;

namespace Recoup.AI.Tools;

/// <summary>Executes actions for a model. An error that the model can correct or report becomes a result.</summary>
internal sealed class ActionRunner(RecoupClient client, int maxResultBytes)
{
    /// <summary>Executes an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="parameters">The parameters in the form of the action, an object.</param>
    /// <param name="account">The account; null for the client's default.</param>
    /// <param name="cancellationToken">Ends the wait; the action may be executed nevertheless.</param>
    /// <exception cref="UnauthorizedException">401: the credential is missing or invalid.</exception>
    /// <exception cref="AccessDeniedException">403: the caller may not act for the account.</exception>
    /// <exception cref="OperationCanceledException">The caller has canceled the call.</exception>
    public async Task<ToolResult> RunAsync(
        CatalogAction action, JsonElement parameters, Guid? account, CancellationToken cancellationToken)
    {
        ActionResult<JsonElement> result;
        try
        {
            result = await client.ExecuteAsync(action.Slug, parameters, account, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsForTheCaller(exception, cancellationToken))
        {
            return await ExplainAsync(action, exception, cancellationToken).ConfigureAwait(false);
        }

        return result.Successful
            ? ToolResult.Success(result.Data, maxResultBytes)
            : ToolResult.Failure(ToolErrors.ActionFailed, Failed(action, result.Error));
    }

    // A model can neither mend a credential nor choose another account.
    private static bool IsForTheCaller(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        UnauthorizedException or AccessDeniedException => true,
        RecoupException or HttpRequestException or ArgumentException => false,
        OperationCanceledException => cancellationToken.IsCancellationRequested || exception.InnerException is not TimeoutException,
        _ => true,
    };

    private async Task<ToolResult> ExplainAsync(CatalogAction action, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case ActionFailedException failed:
                return ToolResult.Failure(ToolErrors.ActionFailed, Failed(action, failed.ServerMessage));
            case InvalidRequestException invalid:
                return ToolResult.Failure(ToolErrors.InvalidArguments, invalid.ServerMessage ?? invalid.Message);
            case ArgumentException invalid:
                return ToolResult.Failure(ToolErrors.InvalidArguments, invalid.Message);
            case ConnectorNotConnectedException or ActionNotFoundException:
                return await ExplainMissingAsync(action, (RecoupException)exception, cancellationToken).ConfigureAwait(false);
        }

        var mayHaveExecuted = RecoupClient.MayHaveExecuted(exception);
        var code = exception is RecoupException ? ToolErrors.ServiceFailed : ToolErrors.NoResponse;
        var reason = (exception as RecoupException)?.ServerMessage ?? exception.Message;
        var advice = mayHaveExecuted
            ? "The action may have been executed. Find out before you call it again."
            : "The action was not executed. It can be called again.";
        return ToolResult.Failure(code, $"{action.Slug}: {Sentence(reason)} {advice}", mayHaveExecuted);
    }

    // A deployed server answers 404 if the connector is not connected (D3).
    private async Task<ToolResult> ExplainMissingAsync(CatalogAction action, RecoupException failure, CancellationToken cancellationToken)
    {
        try
        {
            if (!await client.IsNotConnectedAsync(failure, cancellationToken).ConfigureAwait(false))
            {
                return ToolResult.Failure(
                    ToolErrors.NotFound, $"The account has no action {action.Slug}. It was not executed. Use another tool.");
            }

            return NotConnected(action, await AuthorizeAsync(action, failure, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (!IsForTheCaller(exception, cancellationToken))
        {
            return NotConnected(action, null);
        }
    }

    private async Task<Uri?> AuthorizeAsync(CatalogAction action, RecoupException failure, CancellationToken cancellationToken)
    {
        var response = await client.Api.AuthorizeConnectorAsync(
            new AuthorizeConnectorRequest { Connector = ConnectorOf(action, failure), AccountId = failure.Account },
            cancellationToken).ConfigureAwait(false);
        return Uri.TryCreate(response.Data.RedirectUrl, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address
            : null;
    }

    private static string ConnectorOf(CatalogAction action, RecoupException failure) =>
        action.ConnectorSlug.Length > 0 ? action.ConnectorSlug : failure.ConnectorSlug ?? "";

    private static ToolResult NotConnected(CatalogAction action, Uri? link) => ToolResult.Failure(
        ToolErrors.NotConnected,
        $"The connector of {action.Slug} is not connected. The action was not executed. "
            + (link is null
                ? "Ask the user to connect it, then call again."
                : "Ask the user to open authorizeUrl and to connect it, then call again."),
        authorizeUrl: link);

    private static string Failed(CatalogAction action, string? reason) =>
        $"{action.Slug} was executed and reports a failure: {Sentence(reason ?? "it gives no reason")}";

    private static string Sentence(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' ? text : text + ".";
}
