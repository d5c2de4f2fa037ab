using System.CommandLine;
using System.CommandLine.Parsing;
using Recoup.Catalogs.Problems;

namespace Recoup.Cli.Commands;

/// <summary>Options and arguments whose texts are values: one of a few, or any that names something.</summary>
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

    /// <summary>Rejects a text that names nothing, such as an unset variable of a shell: an empty list would mean everything.</summary>
    /// <param name="option">The option.</param>
    /// <param name="separator">The character between several values in one text; null if a text is one value.</param>
    public static void RequireValues<T>(this Option<T> option, char? separator = null) => option.Validators.Add(result =>
        CheckValues(result, option.Name, option.HelpName!, option.Required, separator));

    /// <summary>Rejects a text that names nothing.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="expected">What is expected, with its article.</param>
    public static void RequireValues<T>(this Argument<T> argument, string expected) => argument.Validators.Add(result =>
        CheckValues(result, argument.Name, expected, argument.Arity.MinimumNumberOfValues > 0, separator: null));

    /// <summary>The values in a text.</summary>
    public static string[] Split(string text, char? separator) =>
        separator is { } between ? text.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text];

    private static void Check(SymbolResult result, string name, IReadOnlyList<string> values, char? separator)
    {
        var given = result.Tokens.SelectMany(token => Split(token.Value, separator) is { Length: > 0 } found ? found : [token.Value]);
        foreach (var value in given.Except(values, StringComparer.Ordinal))
            result.AddError($"{name}: expected {string.Join(", ", values)}, got '{value}'.{Nearest.Question(value, values)}");
    }

    private static void CheckValues(SymbolResult result, string name, string expected, bool isRequired, char? separator)
    {
        var advice = isRequired ? "Give a value." : "Give a value, or leave it out.";
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (Split(text, separator).All(string.IsNullOrWhiteSpace))
                result.AddError($"{name}: expected {expected}, got '{text}'. {advice}");
        }
    }
}
