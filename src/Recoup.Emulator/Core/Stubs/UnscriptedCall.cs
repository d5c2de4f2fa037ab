using System.Globalization;
using System.Text;
using Recoup.Catalogs.Problems;
using Recoup.Emulator.Core.Messages;

namespace Recoup.Emulator.Core.Stubs;

/// <summary>
/// Explains why nothing answers a call: the parameters, the nearest recording, the nearest stub with each condition, and the line to add.
/// </summary>
internal static class UnscriptedCall
{
    public static async ValueTask<string> DescribeAsync(StubCall call, IReadOnlyList<Stub> stubs, string? miss)
    {
        var (text, slug) = (new StringBuilder(), Problem.OneLine(call.Slug));
        text.Append("No stub answers ").Append(slug).Append(" for ").Append(call.Account).AppendLine(".");
        text.Append("Sent: ").AppendLine(Problem.OneLine(Excerpt.Of(call.Parameters.GetRawText(), 2000)));
        if (miss is not null)
            text.AppendLine(Problem.OneLine(miss));
        text.AppendLine(Describe(await NearMiss.FindAsync(call, stubs).ConfigureAwait(false)));
        text.Append("To answer it: emulator.On(\"").Append(slug).Append("\").Returns(new { … });");
        return text.ToString();
    }

    /// <summary>Describes the nearest stub, condition by condition.</summary>
    public static string Describe(NearMiss? nearest)
    {
        if (nearest is null)
            return "There is no stub for this action.";
        var text = new StringBuilder();
        text.Append(nearest.Of == 1 ? "The only stub" : $"The nearest of {nearest.Of} stubs").Append(" for this action:");
        foreach (var (condition, whyNot) in nearest.Checks)
        {
            text.AppendLine().Append(whyNot is null ? "  holds: " : "  fails: ").Append(condition)
                .Append(whyNot is { Length: > 0 } ? " - " + whyNot : "");
        }

        if (nearest.Stub is { IsUsedUp: true, Uses: var uses })
        {
            text.AppendLine().Append(
                CultureInfo.InvariantCulture, $"  fails: its script is used up: it has answered {uses} {(uses == 1 ? "call" : "calls")}.");
        }

        return text.ToString();
    }
}
