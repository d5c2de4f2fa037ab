using System.CommandLine;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts;

namespace Recoup.Cli.Commands;

/// <summary>The catalog that a command reads.</summary>
internal sealed class CatalogOption
{
    /// <summary>The catalog that is read if none is named.</summary>
    public const string DefaultPath = "recoup.catalog.json";

    private readonly Option<string> _option;

    public CatalogOption(string description) => _option = new("--catalog")
    {
        Description = description,
        DefaultValueFactory = _ => DefaultPath,
        HelpName = "FILE",
    };

    public void AddTo(Command command) => command.Options.Add(_option);

    /// <exception cref="UsageException">The file is no catalog.</exception>
    public async Task<ContractDocument> LoadAsync(ParseResult parsed, Host host, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(_option);
        var document = await new DocumentInput(host).LoadAsync(path, cancellation).ConfigureAwait(false);
        return document.CatalogOnly is null
            ? throw new UsageException($"{document.Name} is {document.Kind}: expected a catalog after --catalog.")
            : document;
    }

    /// <summary>The slugs, for completion in a shell. One that a shell could read as more than a word is left out.</summary>
    public IEnumerable<string> Slugs(ParseResult parsed)
    {
        try
        {
            return [.. ContractDocument.Load(parsed.GetValue(_option) ?? DefaultPath).Catalog?.Actions.Select(action => action.Slug)
                .Where(slug => slug.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.')) ?? []];
        }
        catch (ContractException)
        {
            return [];
        }
    }
}
