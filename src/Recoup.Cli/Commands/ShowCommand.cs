using System.CommandLine;
using Recoup.Cli.Terminal;
using Recoup.Contracts.Listing;

namespace Recoup.Cli.Commands;

/// <summary>Shows an action as a programmer calls it.</summary>
internal sealed class ShowCommand : ToolCommand
{
    public override Command Build(Host host)
    {
        // Without a name, the help would list the slugs of the catalog in the current folder.
        var slug = new Argument<string>("slug") { Description = "The slug of the action, in any case.", HelpName = "slug" };
        var catalog = new CatalogOption("The catalog that contains the action; '-' reads it from standard input.");
        slug.CompletionSources.Add(context => catalog.Slugs(context.ParseResult));
        var command = new Command("show", "Shows an action: its C# signature, its parameters with their bounds, and its result.") { slug };
        catalog.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var document = await catalog.LoadAsync(parsed, host, cancellation).ConfigureAwait(false);
            using var text = new StringWriter { NewLine = "\n" };
            ActionText.Write(document, CatalogListing.Find(document, parsed.GetRequiredValue(slug)), text);
            await host.Out.WriteAsync(SafeText.Of(text.ToString()).AsMemory(), cancellation).ConfigureAwait(false);
            return ExitCodes.ExitCode.Clean;
        });
        return command;
    }
}
