using Recoup.AI;
using Recoup.AI.Mcp.Serving;
using Recoup.AI.Mcp.Tools;
using Recoup.AI.Tools;
using Recoup.Catalogs;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts;
using Recoup.Contracts.Files;

namespace Recoup.Cli.Mcp;

/// <summary>Serves the actions of a catalog file, and follows the changes of the file and of those beside it.</summary>
internal sealed class ServedFile
{
    private const int MostNames = 3;

    private readonly FileWatch _watch;
    private readonly ActionServer _server = new();
    private readonly string _path;
    private readonly Host _host;

    /// <param name="path">The catalog.</param>
    /// <param name="host">The environment of the tool.</param>
    public ServedFile(string path, Host host)
    {
        (_path, _host) = (path, host);
        _watch = new(CatalogFiles.Of(path), host.Clock);
    }

    /// <summary>What the actions may do.</summary>
    public required AllowedEffect Allowed { get; init; }

    /// <summary>Which actions become tools, and for which account.</summary>
    public required RecoupToolOptions Options { get; init; }

    /// <summary>Returns where the calls of a catalog go.</summary>
    public required Func<RecoupCatalog, Task<CallTarget>> Target { get; init; }

    /// <summary>Where the calls go, for the user.</summary>
    public required string Destination { get; init; }

    /// <summary>Serves the tools until the client ends the connection.</summary>
    /// <exception cref="UsageException">There is nothing to serve, or the calls cannot be sent.</exception>
    /// <exception cref="ContractException">The catalog cannot be used.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var following = FollowAsync(stop.Token);
        await _server.RunAsync(_host.In, _host.OutStream, cancellation).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await _watch.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                await LoadAsync(cancellation).ConfigureAwait(false);
            }
            catch (Exception exception) when (Failure.Of(exception) is { } failure)
            {
                Report($"the catalog has changed and cannot be used, so the tools stay as they were. {failure.Message}");
            }
        }
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var document = await InterruptibleRead.RunAsync(() => ContractDocument.Load(_path), cancellation).ConfigureAwait(false);
        var catalog = document.CatalogOnly ?? throw new UsageException($"{_path} is {document.Kind}: expected a catalog after --catalog.");
        var selected = catalog.Where(action => ToolList.IsSelected(action, Options));
        var allowed = selected.Where(action => Allowed.Effects.Contains(action.Effect));
        if (allowed.Actions.Count == 0)
            throw new UsageException($"{_path}: {NothingToServe(selected.Actions.Count, catalog.Actions.Count)}");

        // A new target may end the one before it, so it comes after all that can fail.
        var tools = CreateTools(allowed, await Target(catalog).ConfigureAwait(false));
        _server.Replace(tools);
        Report(FormattableString.Invariant($"serving {tools.Tools.Count} of {catalog.Actions.Count} actions of {_path} as tools. ")
            + $"They {Allowed.Meaning}. Calls go to {Destination}."
            + Remarks(tools));
    }

    private string NothingToServe(int selected, int all)
    {
        if (selected == 0)
        {
            return FormattableString.Invariant($"expected an action that --connectors and --actions select, got none of {all}. ")
                + "'recoup list' prints the slugs.";
        }

        var more = AllowedEffect.Rows.SkipWhile(row => row != Allowed).Skip(1).Select(row => row.Name);
        return FormattableString.Invariant($"got {selected} action{(selected == 1 ? "" : "s")} that --connectors and --actions select, ")
            + $"and --allow {Allowed.Name} permits none. Add --allow {string.Join(" or ", more)} to serve them.";
    }

    private ServerTools CreateTools(RecoupCatalog catalog, CallTarget target)
    {
        try
        {
            return ActionServer.CreateTools(catalog.Actions, target, Options);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    private static string Remarks(ServerTools tools)
    {
        var loosened = tools.Loosened == 0 ? ""
            : FormattableString.Invariant($" {tools.Loosened} schemas accept more than their actions.");
        if (tools.LeftOut.Count == 0)
            return loosened;
        var more = tools.LeftOut.Count > MostNames ? FormattableString.Invariant($" and {tools.LeftOut.Count - MostNames} more") : "";
        var names = string.Join(", ", tools.LeftOut.Take(MostNames).Select(SafeText.Line));
        return loosened + $" Left out, because the schemas are nested too deep: {names}{more}.";
    }

    private void Report(string text) => _host.Error.Write($"recoup: {SafeText.Of(text)}\n");
}
