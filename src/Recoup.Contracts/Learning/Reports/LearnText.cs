using System.Globalization;
using Recoup.Contracts.Findings.Reports;
using Recoup.Contracts.Learning.Inputs;

namespace Recoup.Contracts.Learning.Reports;

/// <summary>How often each member was seen, as text.</summary>
internal static class LearnText
{
    private const int WidestPath = 60;

    public static void Write(IEnumerable<ActionResults> actions, TextWriter output)
    {
        var text = new TextLines(output);
        foreach (var action in actions)
        {
            text.Line(Heading(action));
            List<SeenMember> members = [.. SeenMember.Below(action.Shape)];
            var width = members.Count == 0 ? 0 : members.Max(member => Math.Min(member.Name.Length, WidestPath));
            var digits = members.Count == 0 ? 0 : members.Max(member => Times(member).Length);
            foreach (var member in action.Payloads == 0 ? [] : members)
                text.Line($"  {member.Name.PadRight(width)}  {Times(member).PadLeft(digits)}  {member.Type}");
            text.Blank();
        }
    }

    /// <summary>The slug, and the number of its results.</summary>
    public static string Heading(ActionResults action)
    {
        var leftOut = new List<string>();
        if (action.Failed > 0)
            leftOut.Add(FormattableString.Invariant($"{action.Failed} failed"));
        if (action.Unsuccessful > 0)
            leftOut.Add(FormattableString.Invariant($"{action.Unsuccessful} unsuccessful"));
        var results = FormattableString.Invariant($"{action.Payloads} {(action.Payloads == 1 ? "result" : "results")}");
        return $"{action.Slug}: {results}{(leftOut.Count == 0 ? "" : $"; left out: {string.Join(", ", leftOut)}")}";
    }

    private static string Times(SeenMember member) => member.IsOptional
        ? FormattableString.Invariant($"{member.Seen} of {member.Of}")
        : member.Seen.ToString(CultureInfo.InvariantCulture);
}
