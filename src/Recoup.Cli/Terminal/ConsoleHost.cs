#pragma warning disable RS0030 // This is the only file that uses the console.
using System.Text;
using Spectre.Console;

namespace Recoup.Cli.Terminal;

/// <summary>Creates the host of a real run. A pipe, a build log, NO_COLOR and TERM=dumb get plain text.</summary>
internal static class ConsoleHost
{
    public static Host Create()
    {
        // Reports are UTF-8 for every target, without the byte order mark that some consoles would write first.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.OutputEncoding = utf8;
        return new Host
        {
            In = Console.OpenStandardInput(),
            Out = Console.Out,
            OutStream = Console.OpenStandardOutput(),
            Error = Console.Error,
            Screen = IsPlain() || Console.IsOutputRedirected ? null : Screen(Console.Out),
            ProgressScreen = IsPlain() || Console.IsErrorRedirected ? null : Screen(Console.Error),
            ApiKey = Environment.GetEnvironmentVariable("RECOUP_API_KEY"),
        };
    }

    // See https://no-color.org. Build servers set CI.
    private static bool IsPlain() => IsSet("NO_COLOR") || IsSet("CI") || Environment.GetEnvironmentVariable("TERM") == "dumb";

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };

    private static IAnsiConsole Screen(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
