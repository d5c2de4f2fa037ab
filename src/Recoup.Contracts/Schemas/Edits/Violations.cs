using System.Text.Json;
using Recoup.Contracts.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Selects the violation that an edit is about.</summary>
internal static class Violations
{
    private const int Longest = 300;

    /// <summary>
    /// The violation whose keyword is nearest to a place, in one line. Causes within alternatives are included. If no alternative allows
    /// the value where it is, the line names what each of them expects.
    /// </summary>
    /// <param name="schema">The schema that rejects the value.</param>
    /// <param name="instance">The value.</param>
    /// <param name="pointer">The pointer of the edit in the schema.</param>
    public static string Of(JsonSchema schema, JsonElement instance, string pointer)
    {
        var steps = pointer.Split('/');

        // OrderBy is stable: among equally near violations, the first one that the engine reported wins.
        var (nearest, around) = schema.Validate(instance).Violations.SelectMany(violation => WithCauses(violation, null))
            .OrderByDescending(found => Shared(steps, found.Violation))
            .First();
        var union = nearest.Causes.Count > 0 ? nearest : IsOfAny(nearest) ? around : null;
        var kinds = union is null ? [] : union.Causes.SelectMany(cause => WithCauses(cause, null)).Select(found => found.Violation)
            .Where(cause => IsOfAny(cause) && cause.InstanceLocation == union.InstanceLocation)
            .DistinctBy(cause => cause.Expected, StringComparer.Ordinal).ToList();
        return Excerpt.Shorten(
            kinds.Count > 1
                ? $"{Place(kinds[0])}: expected {string.Join(" or ", kinds.Select(cause => cause.Expected))}, got {kinds[0].Got}"
                : nearest.Message,
            Longest);
    }

    private static string Place(Violation violation) => violation.InstanceLocation.Length == 0 ? "(root)" : violation.InstanceLocation;

    private static bool IsOfAny(Violation violation) => violation.Keyword is "type" or "enum" or "const";

    /// <summary>The violation and its causes, each with the outermost union around it that is about the same value.</summary>
    private static IEnumerable<(Violation Violation, Violation? Union)> WithCauses(Violation violation, Violation? union)
    {
        yield return (violation, union);
        var around = union?.InstanceLocation == violation.InstanceLocation ? union : violation;
        foreach (var found in violation.Causes.SelectMany(cause => WithCauses(cause, around)))
            yield return found;
    }

    private static int Shared(string[] steps, Violation violation)
    {
        var at = Uri.UnescapeDataString(violation.SchemaLocation[(violation.SchemaLocation.IndexOf('#', StringComparison.Ordinal) + 1)..])
            .Split('/');
        var shared = steps.Zip(at).TakeWhile(pair => pair.First == pair.Second).Count();

        // A missing property has no place in the value, but the schema and the violation both name it.
        return (2 * shared)
            + (violation.Keyword == "required" && violation.Expected.Contains($"\"{steps[^1]}\"", StringComparison.Ordinal) ? 1 : 0);
    }
}
