using System.CommandLine;
using System.Text;
using System.Text.Json;
using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;
using Recoup.Cli.ExitCodes;
using Recoup.Contracts.Files;
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

    public Task<AllowedAction[]> ReadAsync(ParseResult parsed, CancellationToken cancellation) =>
        InterruptibleRead.RunAsync(() => (parsed.GetValue(_option) ?? []).Select(Action).ToArray(), cancellation);

    /// <summary>The files of parameters.</summary>
    public IEnumerable<string> Files(ParseResult parsed) =>
        (parsed.GetValue(_option) ?? []).Select(Parts).Select(parts => parts.Parameters).OfType<string>().Where(given => !IsJson(given));

    private static AllowedAction Action(string text) => Parts(text) switch
    {
        (var slug, null) => new AllowedAction(slug),
        var (slug, given) when IsJson(given) =>
            new AllowedAction(slug) { Parameters = Json(Encoding.UTF8.GetBytes(given), $"--allow {slug}") },
        var (slug, file) => new AllowedAction(slug) { Parameters = Json(TextFile.ReadUtf8(file, "a JSON file of parameters"), file) },
    };

    private static (string Slug, string? Parameters) Parts(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var (slug, given) = at < 0 ? (text.Trim(), null) : (text[..at].Trim(), text[(at + 1)..].Trim());
        return given is not ""
            ? (slug, given)
            : throw new UsageException($"--allow {text}: expected a file of parameters or a JSON object after '=', got nothing.");
    }

    private static bool IsJson(string given) => given[0] == '{';

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
