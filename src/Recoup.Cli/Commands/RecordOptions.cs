using System.CommandLine;
using Recoup.Cli.ExitCodes;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Cli.Commands;

/// <summary>The options of a recording of executed calls.</summary>
internal sealed class RecordOptions
{
    private readonly Option<string?> _record = new("--record")
    {
        Description = "The file to which the calls that --allow names are recorded, with stand-ins for secrets and personal data.",
        HelpName = "FILE",
    };
    private readonly Option<string[]> _replace = new("--replace-member")
    {
        Description = "The name of a member whose values are replaced in the recording too. Repeat the option for more members.",
        DefaultValueFactory = _ => [],
        HelpName = "NAME",
    };

    public RecordOptions()
    {
        _record.RequireValues();
        _replace.RequireValues();
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_record);
        command.Options.Add(_replace);
    }

    public string? Path(ParseResult parsed) => parsed.GetValue(_record);

    /// <summary>The files that are written.</summary>
    public IReadOnlyList<string> Files(ParseResult parsed) => Path(parsed) is { } path ? CallRecorder.FilesOf(path) : [];

    public IReadOnlyList<string> ReplacedMembers(ParseResult parsed) => parsed.GetRequiredValue(_replace);

    /// <exception cref="UsageException">There is nothing to record, or no file for it.</exception>
    public void Require(ParseResult parsed, bool isExecuting)
    {
        if (Path(parsed) is not null && !isExecuting)
            throw new UsageException("--record: expected an action to execute and record, but --allow names none.");
        if (Path(parsed) is null && ReplacedMembers(parsed).Count > 0)
            throw new UsageException("--replace-member: expected --record with the file of the recording.");
    }
}
