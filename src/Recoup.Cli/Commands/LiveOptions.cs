using System.CommandLine;
using Recoup.Catalogs;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts;
using Recoup.Contracts.Files;
using Recoup.Contracts.Live;

namespace Recoup.Cli.Commands;

/// <summary>The options of a command that uses a live API.</summary>
internal sealed class LiveOptions
{
    private readonly Option<string?> _url = new("--url")
    {
        Description = "The address of the API. Default: the server in the OpenAPI document.",
        HelpName = "URL",
    };
    private readonly Option<string?> _spec = new("--spec")
    {
        Description = "The OpenAPI document of the API. Default: the built-in document.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _account = new("--account")
    {
        Description = "The account whose lists are fetched. Default: the account of the key.",
        HelpName = "UUID",
    };
    private readonly Option<double> _timeout = new("--timeout")
    {
        Description = "The time limit for a response.",
        DefaultValueFactory = _ => 60,
        HelpName = "SECONDS",
    };
    private readonly Option<bool> _verbose = new("--verbose")
    {
        Description = "Log each request to standard error: method, path and status, never the key.",
    };

    public LiveOptions() => _timeout.AcceptSeconds(most: 3_600);

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_url, _spec, _account, _timeout, _verbose])
            command.Options.Add(option);
    }

    public string? SpecPath(ParseResult parsed) => parsed.GetValue(_spec);

    /// <exception cref="UsageException">The file is no OpenAPI document.</exception>
    public async Task<ApiSpec> ReadSpecAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (SpecPath(parsed) is not { } path)
            return BuiltInContract.Spec;
        var document = await InterruptibleRead.RunAsync(() => ContractDocument.Load(path), cancellation).ConfigureAwait(false);
        return document.Spec ?? throw new UsageException($"{path} is a catalog: expected an OpenAPI document after --spec.");
    }

    public Guid? Account(ParseResult parsed) => AccountOf(parsed, _account);

    /// <exception cref="UsageException">The value is not a UUID.</exception>
    public static Guid? AccountOf(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } text ? null
        : Guid.TryParseExact(text, "D", out var account) ? account
        : throw new UsageException($"{option.Name}: expected a UUID such as 7f3d2a10-5c1e-4b8a-9d46-0e2f61c8a935, got '{text}'.");

    public LiveApi Open(ParseResult parsed, Host host, ApiSpec spec) => new(new LiveApiOptions
    {
        Address = parsed.GetValue(_url) is not { } url ? null
            : Uri.TryCreate(url, UriKind.Absolute, out var address) ? address
            : throw new UsageException($"--url: expected an address such as https://api.example.com, got '{url}'."),
        ApiKey = host.ApiKey ?? "",
        Spec = spec,
        Timeout = TimeSpan.FromSeconds(parsed.GetValue(_timeout)),
        Handler = host.Handler,
        Log = parsed.GetValue(_verbose) ? line => host.Error.Write(SafeText.Of(line) + "\n") : null,
    });
}
