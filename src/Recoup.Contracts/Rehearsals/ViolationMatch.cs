using Recoup.Contracts.Documents.Pairs;

namespace Recoup.Contracts.Rehearsals;

/// <summary>
/// Decides whether a finding is about the check that refused a call. The emulator and the comparison have one schema engine, so the
/// violation of a counterexample and that of a call are written in the same way: <c>/values/0: expected string, got number</c>.
/// </summary>
internal static class ViolationMatch
{
    private const string Expected = ": expected ";
    private const string Got = ", got ";
    private const string Root = "(root)";

    /// <summary>How well a finding matches the message of a refused call: 0 if it does not.</summary>
    public static int Of(Finding finding, string message)
    {
        if (PathOf(message) is not { } path)
            return finding.Rule.Level == RuleLevel.Catalog ? 2 : 0;
        var parts = finding.Parts.Prepend(finding).ToList();
        if (parts.Any(part => part.Witness is { } witness && Requirement(witness.Violation) == Requirement(message)))
            return 2;
        return path != ValuePath.Parameters && parts.Any(part => part.Values.Contains(path, StringComparer.Ordinal)) ? 1 : 0;
    }

    /// <summary>The path of the value that violates a schema, as findings have it; null for another error.</summary>
    private static string? PathOf(string message)
    {
        var end = message.IndexOf(Expected, StringComparison.Ordinal);
        if (end < 0 || (message[0] != '/' && !message.StartsWith(Root, StringComparison.Ordinal)))
            return null;
        return message[..end] is var instance && instance == Root ? ValuePath.Parameters
            : instance[1..].Split('/').Aggregate(ValuePath.Parameters, (path, step) =>
                step.Length > 0 && step.All(char.IsAsciiDigit) ? ValuePath.Item(path) : path + "/." + step);
    }

    // What is expected, and of which value; positions in arrays differ from call to call.
    private static string Requirement(string violation)
    {
        var end = violation.LastIndexOf(Got, StringComparison.Ordinal);
        var text = end < 0 ? violation : violation[..end];
        return PathOf(text) is { } path ? path + text[text.IndexOf(Expected, StringComparison.Ordinal)..] : text;
    }
}
