namespace Recoup.Cli.Commands;

/// <summary>A shell and its completion script.</summary>
/// <param name="Shell">The name of the shell.</param>
/// <param name="Script">The script, which asks the tool's <c>[suggest]</c> directive.</param>
internal sealed record CompletionScript(string Shell, string Script);
