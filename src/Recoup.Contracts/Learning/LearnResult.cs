using Recoup.Contracts.Findings.Reports;
using Recoup.Contracts.Learning.Inputs;
using Recoup.Contracts.Learning.Reports;

namespace Recoup.Contracts.Learning;

/// <summary>What was learned, and what it changed.</summary>
/// <param name="Actions">The recorded actions, sorted by slug.</param>
/// <param name="Notes">Remarks about the recordings.</param>
internal sealed record LearnResult(IReadOnlyList<ActionResults> Actions, IReadOnlyList<string> Notes)
{
    /// <summary>Whether the file was written. It is not if its schemas accept all recorded results, or if there are none.</summary>
    public required bool IsChanged { get; init; }

    /// <summary>The actions that got a schema.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>The actions whose schema changed.</summary>
    public required IReadOnlyList<string> Widened { get; init; }

    /// <summary>A line for each member of the generated C# that changed, so that its uses may no longer compile.</summary>
    public required IReadOnlyList<string> TypeChanges { get; init; }

    /// <summary>Writes how often each member was seen, and what changed.</summary>
    /// <param name="path">The file of result schemas.</param>
    /// <param name="isQuiet">Whether to leave out the members.</param>
    /// <param name="output">The target.</param>
    public void Write(string path, bool isQuiet, TextWriter output)
    {
        if (!isQuiet)
            LearnText.Write(Actions, output);
        var text = new TextLines(output);
        foreach (var note in Notes)
            text.Line("Note: " + note);
        if (TypeChanges.Count > 0)
            text.Line("The generated C# changes:");
        foreach (var change in TypeChanges)
            text.Line("  " + change);
        if (!IsChanged)
        {
            text.Line(HasResults
                ? $"No change: {path} accepts all recorded results, and was not written."
                : $"No change: the recordings have no successful result, so {path} was not written.");
            return;
        }

        text.Line($"Wrote {path}: {Words.Count(Added.Count, "schema")} added, {Words.Count(Widened.Count, "schema")} changed.");
    }

    /// <summary>Whether there is something to learn from.</summary>
    private bool HasResults => Actions.Any(action => action.Payloads > 0);

    /// <summary>The doubts that the recordings leave, as Markdown.</summary>
    public string Doubts => DoubtReport.Write(Actions, Notes);
}
