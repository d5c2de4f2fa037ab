using Recoup.Cli.Terminal;
using Recoup.Emulator;
using Spectre.Console;

namespace Recoup.Cli.Emulation;

/// <summary>
/// A request as one line: number, status, whether it was executed, what it asked for, and the beginning of its error. It has no times, so
/// two equal runs print the same. Its texts are cut, because lines wait in memory for a slow terminal.
/// </summary>
internal sealed record RequestLine(string Number, string Result, string Effect, string Request, string Error)
{
    private const int LongestRequest = 80;
    private const int LongestError = 160;

    public static RequestLine Of(Exchange exchange) => new(
        FormattableString.Invariant($"{exchange.Number,4}"),
        (exchange.Status is { } status ? FormattableString.Invariant($"{status}") : NameOf(exchange.Fault)).PadRight(4),
        exchange.Executed ? "executed" : "        ",
        Name(exchange.Slug ?? exchange.Operation),
        Cut(exchange.Error ?? "", LongestError));

    /// <summary>The slug of an action, or an operation, as lines show it.</summary>
    public static string Name(string request) => Cut(request, LongestRequest);

    public override string ToString() => $"{Number}  {Result}  {Effect}  {Request}{(Error.Length == 0 ? "" : "  " + Error)}";

    /// <summary>The line in colors.</summary>
    public Paragraph ToParagraph() => new Paragraph { Overflow = Overflow.Fold }
        .Append(Number + "  ", new Style(decoration: Decoration.Dim))
        .Append(Result, new Style(ColorOfResult, decoration: Decoration.Bold))
        .Append($"  {Effect}  ", new Style(Color.Blue))
        .Append(Request)
        .Append(Error.Length == 0 ? "" : "  " + Error, new Style(decoration: Decoration.Dim));

    private Color ColorOfResult => Result[0] switch
    {
        '2' or '3' => Color.Green,
        '4' => Color.Yellow,
        _ => Color.Red,
    };

    private static string NameOf(TransportFault? fault) => fault?.ToString() ?? "none";

    private static string Cut(string text, int longest)
    {
        if (text.Length > longest)
            text = text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";
        return SafeText.Line(text);
    }
}
