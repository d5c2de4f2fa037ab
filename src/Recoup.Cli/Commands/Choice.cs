using System.CommandLine;
using System.CommandLine.Parsing;
using Recoup.Catalogs.Problems;

namespace Recoup.Cli.Commands;

/// <summary>Options and arguments that take one of a few values.</summary>
internal static class Choice
{
    /// <summary>Rejects other values, and lists the values in the help and in completions.</summary>
    /// <param name="option">The option.</param>
    /// <param name="values">The values.</param>
    /// <param name="separator">The character between several values in one text; null if a text is one value.</param>
    public static void AcceptOnly<T>(this Option<T> option, IReadOnlyList<string> values, char? separator = null)
    {
        option.CompletionSources.Add([.. values]);
        option.Validators.Add(result => Check(result, option.Name, values, separator));
    }

    /// <summary>Rejects other values, and lists the values in the help and in completions.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="values">The values.</param>
    public static void AcceptOnly(this Argument<string> argument, IReadOnlyList<string> values)
    {
        argument.CompletionSources.Add([.. values]);
        argument.Validators.Add(result => Check(result, argument.Name, values, separator: null));
    }

    /// <summary>The values in a text.</summary>
    public static string[] Split(string text, char? separator) =>
        separator is { } between ? text.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text];

    private static void Check(SymbolResult result, string name, IReadOnlyList<string> values, char? separator)
    {
        foreach (var value in result.Tokens.SelectMany(token => Split(token.Value, separator)).Except(values, StringComparer.Ordinal))
            result.AddError($"{name}: expected {string.Join(", ", values)}, got '{value}'.{Nearest.Question(value, values)}");
    }
}
