using Recoup.Catalogs;
using Recoup.Cli;
using Recoup.Documentation.Tests.Pages;
using Recoup.Emulator;
using Recoup.Tests;

namespace Recoup.Documentation.Tests;

/// <summary>Commands that pages show: the tool's are parsed by the tool, those with an output are run.</summary>
public sealed class CommandTests
{
    public static TheoryData<string, string> Commands => [.. Lines().Where(line => line.Command.StartsWith("recoup ", StringComparison.Ordinal))];

    public static TheoryData<string, string> OtherCommands => [.. Lines().Where(line => !line.Command.StartsWith("recoup ", StringComparison.Ordinal))];

    // An emulator on a port runs until it is stopped.
    public static TheoryData<string> Sessions => [.. Page.All.Values.SelectMany(page => page.Snippets)
        .Where(snippet => Session.Of(snippet).Any() && !snippet.Text.Contains("recoup emulate", StringComparison.Ordinal)).Select(snippet => snippet.Place)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_tool_understands_it(string place, string command)
    {
        using var nowhere = new StringWriter();
        var root = RecoupTool.Commands(new Host { Out = nowhere, Error = nowhere });

        root.Parse(Session.ArgumentsOf(command)).Errors.ShouldBeEmpty($"{place}: {command}");
    }

    [Theory]
    [MemberData(nameof(OtherCommands))]
    public void What_it_names_exists(string place, string command)
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
    public async Task They_print_what_the_page_shows(string place)
    {
        UseAFolderOfItsOwn();
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

    // Pages name files without a folder. A process has one current folder, and no other test of this project looks at it.
    private static void UseAFolderOfItsOwn()
    {
        Directory.SetCurrentDirectory(Directory.CreateTempSubdirectory("recoup-docs-").FullName);
        var catalog = File.ReadAllText(Path.Combine(TestData.Repository, "tests", "Recoup.Cli.Tests", "catalog.json"));
        File.WriteAllText("recoup.catalog.json", catalog);
        File.WriteAllText("changed.json", catalog.Replace("\"maximum\": 50", "\"maximum\": 20", StringComparison.Ordinal));
        Directory.CreateDirectory("specs");
        File.Copy(TestData.Spec, Path.Combine("specs", "social.json"));
    }

    private static IEnumerable<(string Place, string Command)> Lines() =>
        from page in Page.All.Values.OrderBy(page => page.Name, StringComparer.Ordinal)
        from snippet in page.Snippets
        where snippet.Language is "" or "sh" or "yaml"
        from line in snippet.Text.Split('\n')
        let command = line.Trim().Replace("- run: ", "", StringComparison.Ordinal).Replace("$ ", "", StringComparison.Ordinal).Split(" > ")[0].Split(" || ")[0].Split(" #")[0]
        where command.StartsWith("recoup ", StringComparison.Ordinal) || command.StartsWith("dotnet ", StringComparison.Ordinal) || command.StartsWith("bash ", StringComparison.Ordinal)
        select (snippet.Place, command.Trim());
}
