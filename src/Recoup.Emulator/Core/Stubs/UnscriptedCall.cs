using System.Globalization;
using System.Text;
using Recoup.Emulator.Core.Messages;

namespace Recoup.Emulator.Core.Stubs;

/// <summary>
/// Explains why nothing answers a call: the parameters, the nearest recording, the nearest stub with each condition, and the line to add.
/// </summary>
internal static class UnscriptedCall
{
    public static async ValueTask<string> DescribeAsync(StubCall call, IReadOnlyList<Stub> stubs, string? miss)
    {
        var text = new StringBuilder();
        text.Append("No stub answers ").Append(call.Slug).Append(" for ").Append(call.Account).AppendLine(".");
        text.Append("Sent: ").AppendLine(Excerpt.Of(call.Parameters.GetRawText(), 2000));
        if (miss is not null)
            text.AppendLine(miss);
        await AppendNearestAsync(text, call, stubs).ConfigureAwait(false);
        text.Append("To answer it: emulator.On(\"").Append(call.Slug).Append("\").Returns(new { … });");
        return text.ToString();
    }

    private static async ValueTask AppendNearestAsync(StringBuilder text, StubCall call, IReadOnlyList<Stub> stubs)
    {
        var candidates = new List<(Stub Stub, List<(string Text, string? WhyNot)> Checks)>();
        foreach (var candidate in stubs.Where(stub => stub.IsFor(call.Slug)))
        {
            var found = new List<(string, string?)>();
            foreach (var condition in candidate.Conditions)
                found.Add((condition.Text, await condition.CheckAsync(call).ConfigureAwait(false)));
            candidates.Add((candidate, found));
        }
        if (candidates.Count == 0)
        {
            text.AppendLine("There is no stub for this action.");
            return;
        }

        var (stub, checks) = candidates.MinBy(candidate => candidate.Checks.Count(check => check.WhyNot is not null));
        text.Append(candidates.Count == 1 ? "The only stub" : $"The nearest of {candidates.Count} stubs").AppendLine(" for this action:");
        foreach (var (condition, whyNot) in checks)
            text.Append(whyNot is null ? "  holds: " : "  fails: ")
                .Append(condition)
                .AppendLine(whyNot is { Length: > 0 } ? " - " + whyNot : "");
        if (stub.IsUsedUp)
        {
            var calls = stub.Uses == 1 ? "call" : "calls";
            text.AppendLine(CultureInfo.InvariantCulture, $"  fails: its script is used up: it has answered {stub.Uses} {calls}.");
        }
    }
}
