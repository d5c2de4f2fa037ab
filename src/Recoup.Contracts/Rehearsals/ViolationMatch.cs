using Recoup.Contracts.Documents.Pairs;

namespace Recoup.Contracts.Rehearsals;

/// <summary>
/// Decides whether a finding is about the check that refused a call. The emulator and the comparison have one schema engine, so the
/// violation of a counterexample and that of a call are written in the same way: <c>/values/0: expected string, got number</c>.
/// </summary>
internal static class ViolationMatch
{
    private const string Expects = ": expected ";
    private const string Got = ", got ";
    private const string Root = "(root)";

    // How well a finding matches.
    private const int SameCheck = 3;
    private const int SameValue = 2;
    private const int SomeValue = 1;

    private static readonly string AnyName = LastStep(ValuePath.Rest(""));
    private static readonly string AnyItem = LastStep(ValuePath.Item(""));

    /// <summary>How well a finding matches the message of a refused call: 0 if it does not.</summary>
    public static int Of(Finding finding, string message)
    {
        if (Check.Read(message) is not { } refused)
            return finding.Rule.Level == RuleLevel.Catalog ? SameCheck : 0;
        return finding.Parts.Prepend(finding).Max(part => Of(part, refused));
    }

    private static int Of(Finding part, Check refused)
    {
        var values = part.Values.Select(value => StepsOf(IsAboutAnyName(part) ? ValuePath.Rest(value) : value)).OfType<string[]>().ToList();
        if (part.Witness is { } witness && Check.Read(witness.Violation) is { } check && IsSame(check, refused, values))
            return SameCheck;
        return values.Where(value => value.Length > 0 && value.Length == refused.Steps.Length && IsAlong(refused.Steps, value))
            .Select(value => value.Contains(AnyName) ? SomeValue : SameValue).DefaultIfEmpty(0).Max();
    }

    // A finding about such a keyword has the path of the object.
    private static bool IsAboutAnyName(Finding part) =>
        part.Rule.Keyword is "additionalProperties" or "patternProperties" or "unevaluatedProperties";

    // Names in a map and positions in an array differ from call to call.
    private static bool IsSame(Check one, Check other, List<string[]> values) =>
        one.Expected == other.Expected
        && one.Steps.Length == other.Steps.Length
        && values.Where(value => IsAlong(one.Steps, value)).DefaultIfEmpty([]).Any(value => IsAlong(other.Steps, value)
            && one.Steps.Zip(other.Steps).Skip(value.Length).All(pair =>
                pair.First == pair.Second || (IsPosition(pair.First) && IsPosition(pair.Second))));

    /// <summary>Whether the steps to a value are those of a path, as far as both go.</summary>
    private static bool IsAlong(string[] steps, string[] path) => steps.Zip(path).All(pair =>
        pair.Second == AnyName || pair.Second == "." + pair.First || (pair.Second == AnyItem && IsPosition(pair.First)));

    private static bool IsPosition(string step) => step.Length > 0 && step.All(char.IsAsciiDigit);

    /// <summary>The steps of the path of a value in the parameters of an action; null for another path.</summary>
    private static string[]? StepsOf(string path) => path.Split('/') is [ValuePath.Parameters, .. var steps] ? steps : null;

    private static string LastStep(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>A check that refused a value.</summary>
    /// <param name="Steps">The names and positions that lead to the value.</param>
    /// <param name="Expected">What was expected.</param>
    private sealed record Check(string[] Steps, string Expected)
    {
        /// <summary>Reads a violation; null for another error.</summary>
        public static Check? Read(string message)
        {
            var start = message.IndexOf(Expects, StringComparison.Ordinal);
            if (start < 0 || (message[0] != '/' && !message.StartsWith(Root, StringComparison.Ordinal)))
                return null;
            var end = message.LastIndexOf(Got, StringComparison.Ordinal);
            var expected = message[start..(end < start ? message.Length : end)];
            return new Check(message[0] == '/' ? message[1..start].Split('/') : [], expected);
        }
    }
}
