using System.Reflection;
using Recoup.Typed;

namespace ReleaseWorker;

/// <summary>Checks before the first step that all connectors are connected.</summary>
internal sealed class Connections(RecoupClient recoup, Retries retries)
{
    /// <exception cref="StoppedException">A connector is not connected; the message says where its owner connects it.</exception>
    public async Task RequireAsync(IEnumerable<Delegate> actions, CancellationToken cancellationToken)
    {
        // Uses the list of actions, because only that list shows connections of others that the account may use.
        var listed = await retries.Repeatable.ExecuteAsync(
            async token => await recoup.ListActionsAsync(cancellationToken: token), cancellationToken);
        var connected = listed.Where(action => action.IsConnected).Select(action => action.Slug);
        var addresses = new List<string>();
        foreach (var action in actions.Where(action => !connected.Contains(SlugOf(action))))
        {
            var address = await retries.Repeatable.ExecuteAsync(
                async token => await recoup.AuthorizeAsync(action, cancellationToken: token), cancellationToken);
            addresses.Add($"for {SlugOf(action)} at {address}");
        }

        if (addresses.Count > 0)
            throw new StoppedException(ExitCode.ConnectFirst, $"Nothing was posted. Connect first: {string.Join(", ", addresses)}");
    }

    private static string SlugOf(Delegate action) => action.Method.GetCustomAttribute<RecoupActionAttribute>()!.Slug;
}
