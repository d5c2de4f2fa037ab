using System.CommandLine;
using Recoup.AI;
using Recoup.AI.Mcp.Serving;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Mcp;
using Recoup.Cli.Terminal;

namespace Recoup.Cli.Commands;

/// <summary>The options of the MCP server.</summary>
internal sealed class McpOptions
{
    private const char Separator = ',';

    private readonly Option<string> _catalog = new("--catalog")
    {
        Description = "The catalog whose actions are served. If the file changes, the tools follow.",
        DefaultValueFactory = _ => "recoup.catalog.json",
        HelpName = "FILE",
    };
    private readonly Option<string[]> _connectors = Patterns("--connectors", "Only the actions of these connectors.");
    private readonly Option<string[]> _actions = Patterns("--actions", "Only these actions, for example GITHUB_LIST_*.");
    private readonly Option<string> _allow = new("--allow")
    {
        Description = "What the actions may do. 'writes' includes reads. 'destroys' includes all, also actions whose effect is not known.",
        DefaultValueFactory = _ => AllowedEffect.Rows[0].Name,
    };
    private readonly Option<bool> _readOnly = new("--read-only") { Description = "The same as --allow reads, the default." };
    private readonly Option<bool> _emulate = new("--emulate")
    {
        Description = "Send the calls to an emulator in this process, with all connectors connected. It needs no key.",
    };
    private readonly Option<string?> _account = new("--account")
    {
        Description = "The account for which the actions are executed. Default: the account of the key.",
        HelpName = "UUID",
    };
    private readonly Option<string?> _url = new("--url")
    {
        Description = "The address of the API. Default: the server in the built-in OpenAPI document.",
        HelpName = "URL",
    };

    public McpOptions()
    {
        _catalog.RequireValues();
        _allow.AcceptOnly([.. AllowedEffect.Rows.Select(row => row.Name)]);
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_catalog, _connectors, _actions, _allow, _readOnly, _emulate, _account, _url])
            command.Options.Add(option);
    }

    public string Catalog(ParseResult parsed) => parsed.GetRequiredValue(_catalog) is var path && path != "-"
        ? path
        : throw new UsageException("--catalog: expected a file, got '-'. Standard input is for the messages of the client.");

    public AllowedEffect Allowed(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_allow);
        return parsed.GetValue(_readOnly) && name != AllowedEffect.Rows[0].Name
            ? throw new UsageException($"Expected --read-only or --allow {name}, got both.")
            : AllowedEffect.Rows.First(row => row.Name == name);
    }

    public RecoupToolOptions Tools(ParseResult parsed) => new()
    {
        Connectors = Slugs(parsed.GetValue(_connectors)),
        Actions = Slugs(parsed.GetValue(_actions)),
        Account = LiveOptions.AccountOf(parsed, _account),
    };

    /// <summary>Where the calls go; null if they go to an emulator.</summary>
    public CallTarget? Live(ParseResult parsed, Host host)
    {
        var url = parsed.GetValue(_url);
        if (parsed.GetValue(_emulate))
        {
            return url is null && parsed.GetValue(_account) is null
                ? null
                : throw new UsageException("--emulate: expected neither --url nor --account. The emulator has one account.");
        }

        return new CallTarget
        {
            ApiKey = host.ApiKey is { Length: > 0 } key
                ? key
                : throw new UsageException("Expected the key of the API in the environment variable RECOUP_API_KEY, got none. "
                    + "Set it, or rehearse with --emulate."),
            Address = url is null ? null
                : Uri.TryCreate(url, UriKind.Absolute, out var address) ? address
                : throw new UsageException($"--url: expected an address such as https://api.example.com, got '{url}'."),
            Handler = host.Handler,
        };
    }

    private static string[] Slugs(string[]? values) => [.. (values ?? []).SelectMany(value => Choice.Split(value, Separator))];

    private static Option<string[]> Patterns(string name, string description)
    {
        var option = new Option<string[]>(name)
        {
            Description = description + " A * stands for any characters. Default: all.",
            HelpName = "SLUG,…",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        option.RequireValues(Separator);
        return option;
    }
}
