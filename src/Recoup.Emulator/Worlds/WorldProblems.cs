using System.Globalization;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Emulator.Core.Messages;

namespace Recoup.Emulator.Worlds;

/// <summary>Collects what is wrong with a world.</summary>
/// <param name="path">The file, for messages; null if the text did not come from a file.</param>
internal sealed class WorldProblems(string? path)
{
    private readonly List<WorldProblem> _problems = [];
    private int _count;

    /// <summary>Adds a problem.</summary>
    /// <param name="place">What is wrong.</param>
    /// <param name="expected">What was expected, after "expected".</param>
    /// <param name="got">What came, after "got". It must contain no credential.</param>
    /// <param name="known">If a name is not known: the name, and those that are. A name that is near is suggested.</param>
    public void Add(WorldValue place, string expected, string got, (string Name, IEnumerable<string> Known)? known = null)
    {
        // The search for a near name takes time, so it is made for those problems only that are shown.
        if (++_count > WorldLimits.Problems)
            return;
        var start = place.Element.StartRange.Start;
        var pointer = place.Pointer.Length == 0 ? "" : Excerpt.Of(place.Pointer) + ": ";
        var suggestion = known is { } names ? Nearest.Question(names.Name, names.Known) : "";
        Add(start, $"{pointer}expected {expected}, got {got}.{suggestion}", place.Pointer);
    }

    /// <summary>Adds a problem that is not about one value.</summary>
    /// <param name="position">Where it is.</param>
    /// <param name="text">The message.</param>
    /// <param name="pointer">The JSON pointer, or null.</param>
    public void Add(TextPosition position, string text, string? pointer = null) =>
        _problems.Add(new WorldProblem(position, pointer, Problem.OneLine(text)));

    /// <summary>The problems in the order of the text.</summary>
    public IReadOnlyList<WorldProblem> InOrder => [.. _problems.OrderBy(problem => problem.Position.CharOffset)];

    /// <exception cref="RecoupEmulatorException">There are problems; the message lists them in the order of the text.</exception>
    public void Require()
    {
        if (_problems.Count == 0)
            return;
        var lines = InOrder.Select(problem => $"{path}{problem.Position}: error: {problem.Text}").ToList();
        if (_count > lines.Count)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: error: {_count - lines.Count} more problems."));
        throw new RecoupEmulatorException(string.Join('\n', lines), InOrder);
    }
}

/// <summary>Something that is wrong with a world.</summary>
/// <param name="Position">Where it is in the text.</param>
/// <param name="Pointer">The JSON pointer, or null.</param>
/// <param name="Text">What was expected, and what came.</param>
internal sealed record WorldProblem(TextPosition Position, string? Pointer, string Text);
