using System.Text.RegularExpressions;
using Recoup.Catalogs;
using Recoup.Cli;
using Recoup.Cli.Terminal;
using Recoup.Documentation.Tests.Pages;
using Recoup.Emulator;
using Recoup.Tests;

namespace Recoup.Documentation.Tests;

/// <summary>The commands on the pages: the tool parses its own commands and runs those that the page shows with output.</summary>
public sealed partial class CommandTests
{
    public static TheoryData<string, string> Commands => [.. Lines().Where(line => line.Command.StartsWith("recoup ", StringComparison.Ordinal))];

    public static TheoryData<string, string> OtherCommands => [.. Lines().Where(line => !line.Command.StartsWith("recoup ", StringComparison.Ordinal))];

    // 'recoup emulate' runs until it is stopped.
    public static TheoryData<string> Sessions => [.. Page.All.Values.SelectMany(page => page.Snippets)
        .Where(snippet => Session.Of(snippet).Any() && !snippet.Text.Contains("recoup emulate", StringComparison.Ordinal)).Select(snippet => snippet.Place)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_tool_accepts_the_command(string place, string command)
    {
        using var nowhere = new StringWriter();
        var root = RecoupTool.Commands(new Host { Out = nowhere, Error = nowhere });

        root.Parse(Session.ArgumentsOf(command)).Errors.ShouldBeEmpty($"{place}: {command}");
    }

    [Theory]
    [MemberData(nameof(OtherCommands))]
    public void Projects_and_paths_in_the_command_exist(string place, string command)
    {
        foreach (var word in command.Split(' ').Where(word => word.StartsWith("Recoup.", StringComparison.Ordinal) || word.Contains('/', StringComparison.Ordinal)))
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
        UseNewFolder();
        Edit(Snippet.At(place));
        await using var emulator = RecoupEmulator.Start(RecoupCatalog.Load("recoup.catalog.json"), new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed });
        using var handler = emulator.CreateHandler();
        foreach (var session in Session.Of(Snippet.At(place)))
        {
            using var printed = new StringWriter();
            var host = new Host { Out = printed, Error = printed, ApiKey = RecoupEmulator.DefaultApiKey, Handler = handler, Clock = new EmulatorClock() };

            await RecoupTool.RunAsync(Session.ArgumentsOf(session.Command), host, TestContext.Current.CancellationToken);

            Wording.Quotes(session.Output, printed.ToString().ReplaceLineEndings("\n")).ShouldBeTrue($"{place}: {session.Command}\nprints\n{printed}");
        }
    }

    // The pages name files without a folder. The folder has the catalog that getting-started.md tells a reader to copy.
    // A process has only one current folder; no other test of this project uses it.
    private static void UseNewFolder()
    {
        Directory.SetCurrentDirectory(Directory.CreateTempSubdirectory("recoup-docs-").FullName);
        File.Copy(TestData.QuickStartCatalog, "recoup.catalog.json");
        Directory.CreateDirectory("specs");
        File.Copy(TestData.Spec, Path.Combine("specs", "social.json"));
    }

    // A session may edit a file: $ sed 's/before/after/' file > copy
    private static void Edit(Snippet snippet)
    {
        foreach (Match sed in SedCommand().Matches(snippet.Text))
        {
            var text = File.ReadAllText(sed.Groups["file"].Value);
            var lines = text.Split('\n');
            lines.Count(line => line.Contains(sed.Groups["before"].Value, StringComparison.Ordinal)).ShouldBe(1, sed.Value);
            File.WriteAllText(sed.Groups["copy"].Value, text.Replace(sed.Groups["before"].Value, sed.Groups["after"].Value, StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"^\$ sed 's/(?<before>[^/.*\[\\]+)/(?<after>[^/&\\]+)/' (?<file>\S+) > (?<copy>\S+)$", RegexOptions.Multiline)]
    private static partial Regex SedCommand();

    private static IEnumerable<(string Place, string Command)> Lines() =>
        from page in Page.All.Values.OrderBy(page => page.Name, StringComparer.Ordinal)
        from snippet in page.Snippets
        where snippet.Language is "" or "sh" or "yaml"
        from line in snippet.Text.Split('\n')
        let command = line.Trim().Replace("- run: ", "", StringComparison.Ordinal).Replace("$ ", "", StringComparison.Ordinal).Split(" > ")[0].Split(" || ")[0].Split(" &")[0].Split(" #")[0]
        where command.StartsWith("recoup ", StringComparison.Ordinal) || command.StartsWith("dotnet ", StringComparison.Ordinal) || command.StartsWith("bash ", StringComparison.Ordinal)
        select (snippet.Place, command.Trim());
}
