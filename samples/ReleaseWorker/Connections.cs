using Recoup.Typed;

namespace ReleaseWorker;

/// <summary>Asks for consent before the first step rather than in the middle.</summary>
internal sealed class Connections(RecoupClient recoup, Retries retries, Release release)
{
    /// <exception cref="StoppedException">One is not connected; the message says where its owner connects it.</exception>
    public async Task RequireAsync(IEnumerable<string> connectors, CancellationToken cancellationToken)
    {
        // The list of actions, not that of connectors: what an account may use of others' connections shows in the first alone.
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
