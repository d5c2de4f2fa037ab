using System.Globalization;

namespace Recoup.Cli.Tests;

/// <summary>Values of options that no command can use: one message, exit code 2, and nothing is read, sent or written.</summary>
public sealed class OptionTests
{
    [Theory]
    [InlineData("--actions: expected SLUG,…, got ''. Give a value, or leave it out.", "mcp", "--emulate", "--actions", "")]
    [InlineData("--actions: expected SLUG,…, got ''", "mcp", "--emulate", "--actions", "YOUTUBE_*", "")]
    [InlineData("--connectors: expected SLUG,…, got ' , '", "mcp", "--emulate", "--connectors", " , ")]
    [InlineData("--for: expected openai", "check", "catalog.json", "--for", "")]
    [InlineData("--hide: expected breaking, unproven, behavior, compatible, got ','.", "diff", "a.json", "b.json", "--hide", ",")]
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

    [Theory]
    [InlineData("--port: expected 0 to 65535, got '{0}'.", "abc", "-1", "65536", "99999999999", "1.5", "1e3", "", " 1", "+", "NaN")]
    [InlineData("--seed: expected -2147483648 to 2147483647, got '{0}'.", "abc", "2147483648", "99999999999999999999", "0x1", "1,000")]
    [InlineData(
        "--expires: expected at most 36500 days as days, hours or minutes, such as 30d, 12h or 45m, got '{0}'.",
        "20000000d", "36501d", "876001h", "52560001m", "2147483647d", "99999999999d", "-1d", "1.5h", "1e3m", "d", "30", "30s", "", "NaNd")]
    public async Task A_number_of_the_emulator_is_in_its_range(string message, params string[] values)
    {
        foreach (var value in values)
        {
            await ShouldBeRefusedAsync(
                message.Replace("{0}", value, StringComparison.Ordinal),
                ["emulate", "--catalog", "catalog.json", message.Split(':')[0], value]);
        }
    }

    [Theory]
    [InlineData("--timeout: expected 0.001 to 3600 seconds, got '{0}'.", "verify", "--timeout")]
    [InlineData("--timeout: expected 0.001 to 3600 seconds, got '{0}'.", "pull", "--timeout")]
    [InlineData("--run-timeout: expected 0.001 to 86400 seconds, got '{0}'.", "rehearse", "--project", "missing.csproj", "--run-timeout")]
    public async Task A_time_limit_is_in_its_range(string message, params string[] args)
    {
        foreach (var value in (string[])[
            "0", "-0", "-1", "1e-9", "1e-300", "86401", "1e300", "1e999", "NaN", "Infinity", "-Infinity", "∞", "abc", "", "1,5", "60s"])
        {
            await ShouldBeRefusedAsync(message.Replace("{0}", value, StringComparison.Ordinal), [.. args, value]);
        }
    }

    [Theory]
    [InlineData("emulate", "--port", "0", "--seed", "-2147483648", "--expires", "36500d")]
    [InlineData("emulate", "--port", "65535", "--seed", "2147483647", "--expires", "0m")]
    [InlineData("verify", "--timeout", "0.001")]
    [InlineData("verify", "--timeout", "3600")]
    public async Task The_ends_of_a_range_belong_to_it(params string[] args)
    {
        var run = await Tool.RunAsync([.. args, "--catalog", "missing.json"]);

        run.Error.ShouldContain("missing.json");
    }

    [Fact]
    public async Task A_number_is_written_with_a_point_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (german.NumberFormat.NumberDecimalSeparator, german.NumberFormat.NumberGroupSeparator) = (",", ".");
        CultureInfo.CurrentCulture = german;
        try
        {
            (await Tool.RunAsync("verify", "--timeout", "3599.5", "--catalog", "missing.json")).Error.ShouldContain("missing.json");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
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
