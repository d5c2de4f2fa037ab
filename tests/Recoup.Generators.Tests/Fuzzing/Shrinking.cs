using System.Globalization;
using System.Text.RegularExpressions;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>Finds the smallest input that has a finding, and tells findings of different kinds apart.</summary>
internal static partial class Shrinking
{
    /// <summary>Shrinks an input as long as a finding of the same kind remains.</summary>
    /// <param name="json">The input.</param>
    /// <param name="findingOf">Returns the finding about an input, or null.</param>
    /// <param name="what">The finding about the input, and in the end about the smallest one.</param>
    public static JsonText Smallest(JsonText json, Func<JsonText, string?> findingOf, ref string what)
    {
        var kind = Kind(what);
        for (var budget = Setting("RECOUP_FUZZ_SHRINKS", 3000); ;)
        {
            JsonText? next = null;
            foreach (var smaller in json.Smaller())
            {
                if (budget-- == 0)
                    return json;
                if (Finding(smaller, findingOf) is { } finding && Kind(finding) == kind)
                {
                    (next, what) = (smaller, finding);
                    break;
                }
            }

            if (next is null)
                return json;
            json = next;
        }
    }

    /// <summary>The part of a finding that stays the same when the input shrinks: no places and no texts from the input.</summary>
    public static string Kind(string what) => Variable().Replace(what.Split('\n')[0], "");

    /// <summary>The number in an environment variable, or a default.</summary>
    public static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : fallback;

    private static string? Finding(JsonText json, Func<JsonText, string?> findingOf)
    {
        try
        {
            return findingOf(json);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^.*?(?=(System\.|error |warning |expected |wrote ))|'[^']*'|[\[{(].*")]
    private static partial Regex Variable();
}
