using System.CommandLine;
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
        var catalog = new CatalogOption("The catalog that is searched; '-' reads it from standard input.");
        var command = new Command("list", "Lists the actions of a catalog that contain all the given words.") { words, connector };
        catalog.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var actions = (await catalog.LoadAsync(parsed, host, cancellation).ConfigureAwait(false)).Catalog!;
            using var text = new StringWriter { NewLine = "\n" };
            var found = CatalogListing.Search(actions, parsed.GetValue(words) ?? [], parsed.GetValue(connector));
            CatalogListing.Write(found, actions.Actions.Count, text);
            await host.Out.WriteAsync(SafeText.Of(text.ToString()).AsMemory(), cancellation).ConfigureAwait(false);
            return ExitCodes.ExitCode.Clean;
        });
        return command;
    }
}
