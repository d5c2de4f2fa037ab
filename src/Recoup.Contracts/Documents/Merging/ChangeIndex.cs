using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings.Rules;

namespace Recoup.Contracts.Documents.Merging;

/// <summary>Finds the change of an action or operation that explains another finding, by the paths of their values.</summary>
internal sealed class ChangeIndex
{
    private static readonly HashSet<string> Texts = new(["description", "title", "examples", "deprecated"], StringComparer.Ordinal);

    private readonly Dictionary<string, Finding> _at = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Finding> _below = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Finding> _byPointer = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Value, Direction? Direction), Finding> _replacements = [];
    private readonly Finding? _operationId;

    public ChangeIndex(IReadOnlyList<Finding> changes)
    {
        foreach (var change in changes.Where(change => change.Rule.Keyword is not { } keyword || !Texts.Contains(keyword)))
        {
            if (change.Rule == SpecRules.OperationId)
                _operationId = change;
            if (change.Rule.Level == RuleLevel.Spec && change.Pointer.Length > 0)
                AddWorst(_byPointer, change.Pointer, change);
            if (change.Rule.Keyword == "type")
                _replacements.TryAdd((change.Values[0], change.Direction), change);
            foreach (var value in change.Values)
            {
                AddWorst(_at, value, change);
                foreach (var above in ValuePath.Above(value))
                    AddWorst(_below, above, change);
            }
        }
    }

    /// <summary>
    /// The change of the type of the same value, or null. Whatever else changed about the value is part of it, except for texts.
    /// </summary>
    public Finding? ReplacementOf(Finding change) =>
        change.Values is [var value] && change.Rule.Keyword is { } keyword && !Texts.Contains(keyword)
            ? _replacements.GetValueOrDefault((value, change.Direction))
            : null;

    /// <summary>
    /// The change that the C# follows, or null: the one of the same value, then one within it, then one of what contains it.
    /// </summary>
    public Finding? CauseOf(Finding effect)
    {
        if (effect.Rule == SourceRules.Method)
            return _operationId;
        if (effect.Values is [])
            return null;
        return First(effect.Values, _at)
            ?? _byPointer.GetValueOrDefault(effect.Pointer)
            ?? First(effect.Values, _below)
            ?? First(effect.Values.SelectMany(ValuePath.Above), _at);
    }

    private static Finding? First(IEnumerable<string> values, Dictionary<string, Finding> changes) =>
        values.Select(value => changes.GetValueOrDefault(value)).FirstOrDefault(change => change is not null);

    private static void AddWorst(Dictionary<string, Finding> changes, string key, Finding change)
    {
        if (!changes.TryGetValue(key, out var known) || known.Verdict < change.Verdict)
            changes[key] = change;
    }
}
