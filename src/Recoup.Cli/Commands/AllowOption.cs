using System.CommandLine;
using System.Text;
using System.Text.Json;
using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;
using Recoup.Cli.ExitCodes;
using Recoup.Contracts.Live;

namespace Recoup.Cli.Commands;

/// <summary>The allow-list: <c>SLUG</c>, <c>SLUG=parameters.json</c> or <c>SLUG={…}</c> for each action.</summary>
internal sealed class AllowOption
{
    private readonly Option<string[]> _option = new("--allow")
    {
        Description = "A read-only action that may be executed. Repeat the option for more actions. The call has the smallest parameters "
            + "that the schema accepts, or the parameters from a file or a JSON object: SLUG=parameters.json, SLUG={…}.",
        HelpName = "SLUG[=PARAMETERS]",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command) => command.Options.Add(_option);

    public IReadOnlyList<AllowedAction> Of(ParseResult parsed) => [.. (parsed.GetValue(_option) ?? []).Select(Action)];

    private static AllowedAction Action(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var slug = (at < 0 ? text : text[..at]).Trim();
        if (slug.Length == 0)
            throw new UsageException($"--allow: expected SLUG[=PARAMETERS], got '{text}'. Give the slug of a read-only action.");
        if (at < 0)
            return new AllowedAction(slug);
        var given = text[(at + 1)..].Trim();
        if (given.Length == 0)
            throw new UsageException($"--allow {text}: expected a file of parameters or a JSON object after '=', got nothing.");
        return new AllowedAction(slug)
        {
            Parameters = given[0] == '{'
                ? Json(Encoding.UTF8.GetBytes(given), $"--allow {slug}")
                : Json(TextFile.ReadUtf8(given, "a JSON file of parameters"), given),
        };
    }

    private static JsonElement Json(byte[] utf8, string where)
    {
        var json = PositionedJson.Parse(utf8, out var error);
        if (error is not null)
        {
            var position = PositionedJson.PositionIn(utf8, error.Offset);
            throw new UsageException($"{where}{position}: the parameters are not JSON: {error.Message}.");
        }

        return json!.Root.ToJsonElement();
    }
}
