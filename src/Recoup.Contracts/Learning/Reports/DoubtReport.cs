using Recoup.Contracts.Findings.Reports;
using Recoup.Contracts.Learning.Inputs;

namespace Recoup.Contracts.Learning.Reports;

/// <summary>What the recordings leave open, as Markdown: the members whose schema may change with the next recording.</summary>
internal static class DoubtReport
{
    public static string Write(IEnumerable<ActionResults> actions, IReadOnlyList<string> notes)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var text = new TextLines(output);
        text.Line("# Doubts about learned results");
        text.Blank();
        text.Line("Each member below may have another type in the next recording. Record more varied calls of its action to be sure.");
        foreach (var action in actions)
        {
            text.Blank();
            text.Line($"## {Code(LearnText.Heading(action))}");
            text.Blank();
            var members = action.Payloads == 0 ? [] : SeenMember.Below(action.Shape);
            List<SeenMember> doubtful = [.. members.Where(member => member.Doubts().Any())];
            if (action.Payloads == 0)
                text.Line("No result to learn from.");
            else if (doubtful.Count == 0)
                text.Line("No doubts.");
            foreach (var member in doubtful)
                text.Line($"- {Code(member.Name)} ({member.Type}): {string.Join(", ", member.Doubts())}");
        }

        if (notes.Count > 0)
        {
            text.Blank();
            text.Line("## Notes");
            text.Blank();
            foreach (var note in notes)
                text.Line($"- {Code(note)}");
        }

        return output.ToString();
    }

    // A name is code, so that nothing in it is markup. A backtick would end the code.
    private static string Code(string text) => $"`{text.Replace('`', '\'')}`";
}
