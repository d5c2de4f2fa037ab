using System.Text.Json;
using Recoup.Contracts.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Of all ways in which a value breaks a schema, the one that an edit is about.</summary>
internal static class Violations
{
    private const int Longest = 300;

    /// <summary>The violation of the keyword that stands nearest to a place, through alternatives that did not match; in one line.</summary>
    /// <param name="schema">The schema that rejects the value.</param>
    /// <param name="instance">The value.</param>
    /// <param name="pointer">Where the edit stands in the schema.</param>
    public static string Of(JsonSchema schema, JsonElement instance, string pointer)
    {
        var steps = pointer.Split('/');

        // OrderBy is stable: of those equally near, the first that the engine found.
        var nearest = schema.Validate(instance).Violations.SelectMany(WithCauses).OrderByDescending(violation => Shared(steps, violation)).First();
        return Excerpt.Shorten(nearest.Message, Longest);
    }

    private static IEnumerable<Violation> WithCauses(Violation violation) => violation.Causes.SelectMany(WithCauses).Prepend(violation);

    private static int Shared(string[] steps, Violation violation)
    {
        var at = Uri.UnescapeDataString(violation.SchemaLocation[(violation.SchemaLocation.IndexOf('#', StringComparison.Ordinal) + 1)..]).Split('/');
        var shared = steps.Zip(at).TakeWhile(pair => pair.First == pair.Second).Count();

        // A property that is missing has no place in the value: the schema names it, and so does the violation.
        return (2 * shared) + (violation.Keyword == "required" && violation.Expected.Contains($"\"{steps[^1]}\"", StringComparison.Ordinal) ? 1 : 0);
    }
}
