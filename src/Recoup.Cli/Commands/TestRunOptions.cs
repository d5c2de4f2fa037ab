using System.CommandLine;

namespace Recoup.Cli.Commands;

/// <summary>The options of runs of the user's own tests.</summary>
internal sealed class TestRunOptions
{
    private readonly Option<string> _configuration = new("--configuration", "-c")
    {
        Description = "The configuration of the tests.",
        DefaultValueFactory = _ => "Debug",
        HelpName = "NAME",
    };
    private readonly Option<string?> _framework = new("--framework")
    {
        Description = "The target framework of the tests. Required if the project has several.",
        HelpName = "NAME",
    };
    private readonly Option<bool> _noBuild = new("--no-build")
    {
        Description = "Do not build the project. It must be built with the stored catalog.",
    };
    private readonly Option<double> _limit = new("--run-timeout")
    {
        Description = "The time limit of the build, and of each run of the tests.",
        DefaultValueFactory = _ => 600,
        HelpName = "SECONDS",
    };

    public TestRunOptions() => _limit.AcceptSeconds(most: 86_400);

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_configuration, _framework, _noBuild, _limit])
            command.Options.Add(option);
    }

    public string Configuration(ParseResult parsed) => parsed.GetRequiredValue(_configuration);

    public string? Framework(ParseResult parsed) => parsed.GetValue(_framework);

    public bool Builds(ParseResult parsed) => !parsed.GetValue(_noBuild);

    public TimeSpan Timeout(ParseResult parsed) => TimeSpan.FromSeconds(parsed.GetValue(_limit));
}
