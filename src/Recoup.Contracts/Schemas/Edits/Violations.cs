using System.Text.Json;
using Recoup.Contracts.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Selects the violation that an edit is about.</summary>
internal static class Violations
{
    private const int Longest = 300;

    /// <summary>The violation whose keyword is nearest to a place, in one line. Causes within alternatives are included.</summary>
    /// <param name="schema">The schema that rejects the value.</param>
    /// <param name="instance">The value.</param>
    /// <param name="pointer">The pointer of the edit in the schema.</param>
    public static string Of(JsonSchema schema, JsonElement instance, string pointer)
    {
        var steps = pointer.Split('/');

        // OrderBy is stable: among equally near violations, the first one that the engine reported wins.
        var nearest = schema.Validate(instance).Violations.SelectMany(WithCauses)
            .OrderByDescending(violation => Shared(steps, violation))
            .First();
        return Excerpt.Shorten(nearest.Message, Longest);
    }

    private static IEnumerable<Violation> WithCauses(Violation violation) => violation.Causes.SelectMany(WithCauses).Prepend(violation);

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
