namespace Recoup.Cli.Tests;

/// <summary>Values of options that no command can use: one message, exit code 2, and nothing is read, sent or written.</summary>
public sealed class OptionTests
{
    [Theory]
    [InlineData("--actions: expected SLUG,…, got ''. Give a value, or leave it out.", "mcp", "--emulate", "--actions", "")]
    [InlineData("--actions: expected SLUG,…, got ''", "mcp", "--emulate", "--actions", "YOUTUBE_*", "")]
    [InlineData("--connectors: expected SLUG,…, got ' , '", "mcp", "--emulate", "--connectors", " , ")]
    [InlineData("--for: expected openai", "check", "catalog.json", "--for", "")]
    [InlineData("--hide: expected breaking, unproven, behavior, compatible, got ','.", "diff", "catalog.json", "catalog.json", "--hide", ",")]
    [InlineData("--with: expected D1,D2,…, got ''", "emulate", "--with", "")]
    [InlineData("--without: expected D1,D2,…, got ','", "emulate", "--without", ",")]
    [InlineData("--connect: expected SLUG, got ' '", "emulate", "--connect", " ")]
    [InlineData("--connector: expected SLUG, got ''", "list", "--connector", "")]
    [InlineData("words: expected a word, got ''", "list", "video", "")]
    [InlineData("An allow-listed action has no slug.", "verify", "--allow", "")]
    [InlineData("--replace-member: expected NAME, got ''", "verify", "--allow", "A_B", "--record", "r.jsonl", "--replace-member", "")]
    [InlineData("--record: expected FILE, got ' '", "verify", "--allow", "A_B", "--record", " ")]
    [InlineData("--project: expected PROJECT, got ''. Give a value.\n", "rehearse", "--project", "")]
    [InlineData("recordings: expected a recording, got ''", "learn", "")]
    [InlineData("--catalog: expected FILE, got ''", "mcp", "--emulate", "--catalog", "")]
    public async Task A_list_or_a_filter_that_names_nothing_is_refused(string message, params string[] args)
    {
        var hasCatalog = args[0] is "mcp" or "emulate" or "list" or "verify" && !args.Contains("--catalog");

        await ShouldBeRefusedAsync(message, hasCatalog ? [.. args, "--catalog", "catalog.json"] : args);
    }

    private static async Task ShouldBeRefusedAsync(string message, string[] args)
    {
        // An emulator would wait for requests.
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var run = await Tool.RunAsync(null, args, stop);

        run.ExitCode.ShouldBe(ExitCode.Unusable, run.All);
        run.Error.ShouldStartWith("recoup: " + message);
        run.Error.Split("recoup: ").Length.ShouldBe(2, run.Error);
        run.All.ShouldNotContain("   at ");
        run.Out.ShouldBeEmpty();
    }
}
