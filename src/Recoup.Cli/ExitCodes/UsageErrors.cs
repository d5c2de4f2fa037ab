using System.CommandLine;
using System.Globalization;
using Recoup.Catalogs.Problems;

namespace Recoup.Cli.ExitCodes;

/// <summary>The messages about a command line that cannot be run: one for each mistake.</summary>
internal static class UsageErrors
{
    /// <summary>The messages; empty if the command line can be run.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens;

        // What follows a misspelled command belongs to it, so the command is the only mistake.
        if (unknown.Count > 0 && command.Subcommands.Count > 0 && !IsOption(unknown[0]))
        {
            var commands = command.Subcommands.Select(known => known.Name);
            return [$"There is no command '{unknown[0]}'.{Nearest.Question(unknown[0], commands)}"];
        }

        var options = Options(parsed).ToList();
        if (options.Count > 0)
            return [.. options.Select(option => $"'{NameOf(command)}' has no option '{option}'."
                + Nearest.Question(option, command.Options.Select(known => known.Name)))];
        return
        [
            .. unknown.Select(token => $"'{NameOf(command)}' does not expect '{token}'.{Advice(command, token)}"),
            .. parsed.Errors.Select(error => error.Message)
                .Where(message => !unknown.Any(token => message.Contains(token, StringComparison.Ordinal)))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The messages about the directive by which a shell asks for completions; empty if it can be answered.</summary>
    public static IReadOnlyList<string> OfCompletion(ParseResult parsed) =>
    [
        .. ((RootCommand)parsed.RootCommandResult.Command).Directives
            .SelectMany(directive => parsed.GetResult(directive)?.Values ?? [])
            .Where(position => !int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(position => FormattableString.Invariant(
                $"[suggest:{position}]: expected the position of the cursor, 0 to {int.MaxValue}, got '{position}'.")),
    ];

    // The parser takes an unknown option for an argument. A file whose name begins with a hyphen follows "--".
    private static IEnumerable<string> Options(ParseResult parsed)
    {
        if (parsed.Tokens.Any(token => token.Value == "--"))
            return [];
        var arguments = parsed.CommandResult.Children.OfType<System.CommandLine.Parsing.ArgumentResult>()
            .SelectMany(argument => argument.Tokens).Select(token => token.Value);
        return parsed.UnmatchedTokens.Concat(arguments).Where(IsOption)
            .Select(token => token.Split('=')[0]).Distinct(StringComparer.Ordinal);
    }

    private static string Advice(Command command, string token) =>
        token.EndsWith(".json", StringComparison.Ordinal) && command.Options.Any(option => option.Name == "--catalog")
            ? $" Name the catalog with --catalog {token}."
            : "";

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';

    private static string NameOf(Command command) => command is RootCommand ? "recoup" : "recoup " + command.Name;
}
