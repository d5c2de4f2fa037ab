using System.CommandLine;
using Recoup.Catalogs;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts;
using Recoup.Emulator;

namespace Recoup.Cli.Commands;

/// <summary>The options of the emulator's catalog, behavior and state.</summary>
internal sealed class EmulatedStateOptions
{
    private const char Separator = ',';

    private readonly Option<string> _catalog = new("--catalog")
    {
        Description = "The catalog whose actions the emulator serves.",
        DefaultValueFactory = _ => "recoup.catalog.json",
        HelpName = "FILE",
    };
    private readonly Option<string> _behavior = new("--behavior")
    {
        Description = "How to behave where the deployed server differs from its contract.",
        DefaultValueFactory = _ => "documented",
    };
    private readonly Option<string[]> _with = Divergences("--with", "Divergences to switch on, for example D3.");
    private readonly Option<string[]> _without = Divergences("--without", "Divergences to switch off.");
    private readonly Option<string?> _world = new("--world")
    {
        Description = "The state in which the emulator starts: accounts, connections, stubs and files. --connect and --outage come on "
            + "top of it.",
        HelpName = "FILE",
    };
    private readonly Option<string[]> _connect = new("--connect")
    {
        Description = "Connectors to connect, in addition to those that are connected in the catalog or the world.",
        HelpName = "SLUG",
        DefaultValueFactory = _ => [],
    };
    private readonly Option<string[]> _results = new("--results")
    {
        Description = "Files that describe results, in addition to a recoup.results.json next to the catalog. Calls return samples of "
            + "them.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };
    private readonly Option<string[]> _replay = new("--replay")
    {
        Description = "Recordings that answer calls with equal parameters. Repeat the option for more files.",
        HelpName = "FILE",
        DefaultValueFactory = _ => [],
    };
    private readonly Option<TimeSpan?> _expires = new("--expires")
    {
        Description = "The age at which a recording expires, for example 30d, 12h or 45m. Default: never.",
        HelpName = "AGE",
    };
    private readonly Option<bool> _outage = new("--outage") { Description = "Simulate an outage of the provider behind the API." };
    private readonly Option<bool> _strict = new("--strict")
    {
        Description = "Answer 501 to calls without a stub or a recording, and end with exit code 1 if anything unexpected happened.",
    };
    private readonly Option<int> _seed = new("--seed")
    {
        Description = "The seed of ids, keys of further accounts and default results. Equal seeds give equal bytes.",
        HelpName = "NUMBER",
    };
    private readonly Option<string> _clock = new("--clock")
    {
        Description = "real: the clock of this machine. emulated: a clock on which waits take no time, and which the control API advances.",
        DefaultValueFactory = _ => "real",
    };

    public EmulatedStateOptions()
    {
        _behavior.AcceptOnly(["documented", "deployed"]);
        _clock.AcceptOnly(["real", "emulated"]);
        _connect.RequireValues();
        _expires.AcceptAge();
        _seed.AcceptIntegers(int.MinValue, int.MaxValue);
    }

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _catalog, _behavior, _with, _without, _world, _connect, _results, _replay, _expires, _outage, _strict, _seed, _clock,
        ];
        foreach (var option in options)
            command.Options.Add(option);
    }

    public ContractDocument Document(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_catalog);
        var document = ContractDocument.Load(path);
        return document.CatalogOnly is null
            ? throw new UsageException($"{path} is {document.Kind}: expected a catalog after --catalog.")
            : document;
    }

    public RecoupCatalog Served(ParseResult parsed, ContractDocument document) =>
        (parsed.GetValue(_results) ?? []).Aggregate(document.CatalogOnly!, (catalog, file) => catalog.WithResults(file));

    public ApiBehavior Behavior(ParseResult parsed) =>
        parsed.GetValue(_behavior) == "deployed" ? ApiBehavior.Deployed : ApiBehavior.Documented;

    public HashSet<Divergence> With(ParseResult parsed) => Divergent(parsed.GetValue(_with));

    public HashSet<Divergence> Without(ParseResult parsed) => Divergent(parsed.GetValue(_without));

    public World? World(ParseResult parsed) => parsed.GetValue(_world) is { } path ? Recoup.Emulator.World.Load(path) : null;

    public bool IsStrict(ParseResult parsed) => parsed.GetValue(_strict);

    public int Seed(ParseResult parsed) => parsed.GetValue(_seed);

    /// <summary>The clock; null for that of the emulator.</summary>
    public TimeProvider? Clock(ParseResult parsed, Host host) => parsed.GetValue(_clock) == "emulated" ? null : host.Clock;

    /// <summary>What comes on top of the world, now and after each reset.</summary>
    public Action<RecoupEmulator> Setup(ParseResult parsed, Host host)
    {
        var (isDown, connect, replay) = (parsed.GetValue(_outage), parsed.GetValue(_connect) ?? [], parsed.GetValue(_replay) ?? []);
        var expires = parsed.GetValue(_expires);
        var isFirst = true;
        return emulator =>
        {
            emulator.IsUpstreamDown |= isDown;
            foreach (var slug in connect)
                emulator.Connect(slug);
            Action<string>? note = isFirst ? note => host.Error.Write($"recoup: {SafeText.Line(note)}\n") : null;
            isFirst = false;
            foreach (var file in replay)
                Replay(emulator, file, new ReplayOptions { Expires = expires, Note = note });
        };
    }

    private static void Replay(RecoupEmulator emulator, string file, ReplayOptions options)
    {
        try
        {
            emulator.Replay(file, options);
        }
        catch (RecoupEmulatorException exception)
        {
            throw new RecoupEmulatorException($"--replay: {exception.Message}", exception);
        }
    }

    private static HashSet<Divergence> Divergent(string[]? values) =>
        [.. (values ?? []).SelectMany(value => Choice.Split(value, Separator)).Select(Recoup.Emulator.Divergences.Get)];

    private static Option<string[]> Divergences(string name, string description)
    {
        var option = new Option<string[]>(name)
        {
            Description = description,
            HelpName = "D1,D2,…",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        option.RequireValues(Separator);
        return option;
    }
}
