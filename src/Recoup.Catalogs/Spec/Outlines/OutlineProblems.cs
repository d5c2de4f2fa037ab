using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Spec.Outlines;

/// <summary>Reports the parts of a document that its outline leaves out.</summary>
/// <param name="root">The document.</param>
/// <param name="problems">Where the problems are added.</param>
internal sealed class OutlineProblems(PositionedElement root, List<Problem> problems)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _aroundKnown = new(StringComparer.Ordinal);

    // A path item that several paths have is read several times.
    private readonly HashSet<(int Offset, string Reason)> _reported = [];

    /// <summary>
    /// Reports a part of the document that breaks the specification, unless a problem of it, around it or directly in it is known: an
    /// outline leaves out what is reported, and then misses it.
    /// </summary>
    /// <param name="pointer">Its place in the document.</param>
    /// <param name="reason">What was expected, and what came.</param>
    public void ReportOnce(string pointer, string reason)
    {
        for (var around = pointer; around.Length > 0; around = JsonPointer.Parent(around))
        {
            if (_known.Contains(around))
                return;
        }

        if (!_aroundKnown.Contains(pointer))
            Report(root.Nearest(pointer), pointer, reason);
    }

    /// <summary>Reports a part of the document that breaks the specification.</summary>
    /// <param name="place">The value.</param>
    /// <param name="pointer">Its place in the document.</param>
    /// <param name="reason">What was expected, and what came.</param>
    public void Report(PositionedElement place, string pointer, string reason)
    {
        Know(pointer);
        if (!_reported.Add((place.Offset, reason)))
            return;
        problems.Add(new Problem(SpecProblems.Invalid, pointer.Length == 0 ? "the document" : pointer, reason)
        {
            Pointer = pointer,
            Range = place.StartRange,
        });
    }

    /// <summary>Reports a reference that leads nowhere.</summary>
    public void ReportDangling(SpecValue value)
    {
        Know(value.Pointer);
        var reference = value.Element["$ref"].GetString();
        if (!_reported.Add((value.Element.Offset, reference)))
            return;
        problems.Add(new Problem(SpecProblems.DanglingReference, SubjectOf(value.Pointer), reference)
        {
            Pointer = value.Pointer,
            Range = value.Element.StartRange,
        });
    }

    private void Know(string pointer)
    {
        _known.Add(pointer);
        _aroundKnown.Add(JsonPointer.Parent(pointer));
    }

    // The operation, or the path, that a place belongs to.
    private static string SubjectOf(string pointer)
    {
        var steps = JsonPointer.Parse(pointer)!;
        return steps.Count < 2 || steps[0] != "paths" ? pointer
            : steps.Count > 2 && SpecShapeTable.Methods.Contains(steps[2]) ? $"{steps[2].ToUpperInvariant()} {steps[1]}"
            : steps[1];
    }
}
