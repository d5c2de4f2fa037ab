using Recoup.Typed;

namespace ReleaseWorker;

/// <summary>Checks before the first step that all connectors are connected.</summary>
internal sealed class Connections(RecoupClient recoup, Retries retries, Release release)
{
    /// <exception cref="StoppedException">A connector is not connected; the message says where its owner connects it.</exception>
    public async Task RequireAsync(IEnumerable<string> connectors, CancellationToken cancellationToken)
    {
        // Uses the list of actions, because only that list shows connections of others that the account may use.
        var actions = await retries.Repeatable.ExecuteAsync(
            async token => await recoup.ListActionsAsync(cancellationToken: token), cancellationToken);
        var missing = connectors.Except(actions.Where(action => action.IsConnected).Select(action => action.ConnectorSlug)).ToList();
        if (missing.Count == 0)
            return;

        var addresses = new List<string>();
        foreach (var connector in missing)
        {
            var request = new AuthorizeConnectorRequest { Connector = connector, AccountId = release.Account };
            var authorization = await retries.Repeatable.ExecuteAsync(
                async token => await recoup.Api.AuthorizeConnectorAsync(request, token), cancellationToken);
            addresses.Add($"{connector} at {authorization.Data.RedirectUrl}");
        }

        throw new StoppedException(ExitCode.ConnectFirst, $"Nothing was posted. Connect first: {string.Join(", ", addresses)}");
    }
}
