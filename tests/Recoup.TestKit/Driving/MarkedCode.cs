using Microsoft.CodeAnalysis.Text;

namespace Recoup.Tests.Driving;

/// <summary>Statements of a program, with <c>[|</c> and <c>|]</c> around the code that an analyzer must report.</summary>
internal sealed class MarkedCode
{
    private const string Open = "[|";
    private const string Close = "|]";

    public MarkedCode(string text)
    {
        var spans = new List<TextSpan>();
        for (int open; (open = text.IndexOf(Open, StringComparison.Ordinal)) >= 0;)
        {
            text = text.Remove(open, Open.Length);
            var close = text.IndexOf(Close, open, StringComparison.Ordinal);
            text = text.Remove(close, Close.Length);
            spans.Add(TextSpan.FromBounds(open, close));
        }

        (Text, Spans) = (text, spans);
    }

    public string Text { get; }

    public IReadOnlyList<TextSpan> Spans { get; }

    /// <summary>An asynchronous method with a client, an emulator and a slug that is only known at run time.</summary>
    public static MarkedCode Of(string statements) =>
        new(Method("static async Task Run(RecoupClient client, RecoupEmulator emulator, string unknown)", statements));

    /// <summary>A class with one method, and its using directives.</summary>
    public static string Method(string signature, string statements) => $$"""
        #pragma warning disable CS1998 // The method is asynchronous for those statements that await; others do not.
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Recoup.Actions;
        using Recoup.Emulator;
        using Recoup.Typed;

        class Probe
        {
            {{signature}}
            {
                {{statements}}
            }
        }

        """;
}
