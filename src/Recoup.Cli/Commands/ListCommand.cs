using System.CommandLine;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts.Listing;

namespace Recoup.Cli.Commands;

/// <summary>Lists the actions of a catalog.</summary>
internal sealed class ListCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        var words = new Argument<string[]>("words")
        {
            Description = "Words that the slug, the name, the description or the connector of an action contains. Default: all actions.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var connector = new Option<string?>("--connector") { Description = "Only the actions of this connector.", HelpName = "SLUG" };
        words.RequireValues("a word");
        connector.RequireValues();
        var catalog = new CatalogOption("The catalog that is searched; '-' reads it from standard input.");
        var command = new Command("list", "Lists the actions of a catalog that contain all the given words.") { words, connector };
        catalog.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var actions = (await catalog.LoadAsync(parsed, host, cancellation).ConfigureAwait(false)).Catalog!;
            using var text = new StringWriter { NewLine = "\n" };
            var sought = parsed.GetValue(words) ?? [];
            var found = CatalogListing.Search(actions, sought, parsed.GetValue(connector));
            if (found.Count == 0 && sought.FirstOrDefault(File.Exists) is { } path)
                throw new UsageException($"No action contains '{path}', which is a file. Name the catalog with --catalog {path}.");
            CatalogListing.Write(found, actions.Actions.Count, text);
            await host.Out.WriteAsync(SafeText.Of(text.ToString()).AsMemory(), cancellation).ConfigureAwait(false);
            return ExitCode.Clean;
        });
        return command;
    }
}
