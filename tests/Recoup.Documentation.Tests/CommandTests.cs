using Recoup.Catalogs;
using Recoup.Cli;
using Recoup.Cli.Terminal;
using Recoup.Documentation.Tests.Pages;
using Recoup.Emulator;

namespace Recoup.Documentation.Tests;

/// <summary>The tool parses its commands on pages, and runs those that show an output.</summary>
public sealed class CommandTests
{
    private const string Catalog = "recoup.catalog.json";

    public static TheoryData<string, string> Commands => [.. Lines().Where(line => IsOfTheTool(line.Command))];

    public static TheoryData<string, string> OtherCommands => [.. Lines().Where(line => !IsOfTheTool(line.Command))];

    public static TheoryData<string> Sessions => [.. Page.All.Values.SelectMany(page => page.Snippets)
        .Where(snippet => Session.Of(snippet).Any(session => session.RunsTheTool)).Select(snippet => snippet.Place)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_tool_accepts_the_command(string place, string command)
    {
        using var nowhere = new StringWriter();
        var root = RecoupTool.Commands(new Host { Out = nowhere, Error = nowhere });

        root.Parse(Session.WordsOf(command)[1..]).Errors.ShouldBeEmpty($"{place}: {command}");
    }

    [Theory]
    [MemberData(nameof(OtherCommands))]
    public void Projects_and_paths_in_the_command_exist(string place, string command)
    {
        foreach (var word in command.Split(' '))
        {
            if (word.EndsWith(".sln", StringComparison.Ordinal))
                Path.Exists(Path.Combine(TestData.Repository, word)).ShouldBeTrue($"{place}: {command}");
            else if (word.StartsWith("Recoup.", StringComparison.Ordinal))
                Path.Exists(Path.Combine(TestData.Repository, "src", word)).ShouldBeTrue($"{place}: {command}");
            else if (word.Split('/')[0] is "samples" or "src" or "tests" or "benchmarks" or ".ci")
                Path.Exists(Path.Combine(TestData.Repository, word)).ShouldBeTrue($"{place}: {command}");
        }
    }

    [Theory]
    [MemberData(nameof(Sessions))]
    public async Task A_session_prints_the_output_on_the_page(string place)
    {
        var snippet = Snippet.At(place);
        using var folder = new CurrentFolder();
        var key = KeyOf(Session.Of(snippet));
        var options = new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed, ApiKey = key };
        await using var emulator = RecoupEmulator.Start(RecoupCatalog.Load(Catalog), options);
        using var handler = emulator.CreateHandler();
        foreach (var session in Session.Of(snippet))
        {
            if (FileCommand.Run(session.Command) || !session.RunsTheTool)
                continue;
            using var printed = new StringWriter();
            var host = new Host
            {
                Out = printed,
                Error = printed,
                ApiKey = key,
                Handler = handler,
                Clock = new EmulatorClock(),
            };

            await RecoupTool.RunAsync(Session.WordsOf(session.Command)[1..], host, TestContext.Current.CancellationToken);

            Wording.Quotes(session.Output, printed.ToString().ReplaceLineEndings("\n"))
                .ShouldBeTrue($"{place}: {session.Command}\nprints\n{printed}");
        }
    }

    private static string KeyOf(IEnumerable<Session> sessions)
    {
        const string Export = "export RECOUP_API_KEY=";
        return sessions.Select(session => session.Command)
            .Where(command => command.StartsWith(Export, StringComparison.Ordinal))
            .Select(command => command[Export.Length..])
            .FirstOrDefault(RecoupEmulator.DefaultApiKey);
    }

    private static IEnumerable<(string Place, string Command)> Lines() =>
        from page in Page.All.Values.OrderBy(page => page.Name, StringComparer.Ordinal)
        from snippet in page.Snippets
        where snippet.Language is "" or "sh" or "yaml"
        from line in snippet.Text.Split('\n')
        let command = Command(line)
        where IsOfTheTool(command) || command.StartsWith("dotnet ", StringComparison.Ordinal)
            || command.StartsWith("bash ", StringComparison.Ordinal)
        select (snippet.Place, command);

    private static bool IsOfTheTool(string command) => command.StartsWith("recoup ", StringComparison.Ordinal);

    // Without what a shell or a workflow adds to it.
    private static string Command(string line) =>
        line.Trim().Replace("- run: ", "", StringComparison.Ordinal).Replace("$ ", "", StringComparison.Ordinal)
            .Split(" > ")[0].Split(" || ")[0].Split(" #")[0].Split(" &")[0].Trim();

    // The pages name files without a folder. A process has only one current folder; no other test of this project uses it.
    private sealed class CurrentFolder : IDisposable
    {
        private readonly TempFolder _folder = new();
        private readonly string _before = Directory.GetCurrentDirectory();

        public CurrentFolder()
        {
            Directory.SetCurrentDirectory(_folder.FullName);
            File.Copy(TestData.QuickStartCatalog, Catalog);
            Directory.CreateDirectory("samples/QuickStart");
            File.Copy(TestData.QuickStartCatalog, "samples/QuickStart/recoup.catalog.json");
            Directory.CreateDirectory("specs");
            File.Copy(TestData.Spec, Path.Combine("specs", "social.json"));
        }

        public void Dispose()
        {
            Directory.SetCurrentDirectory(_before);
            _folder.Dispose();
        }
    }
}
