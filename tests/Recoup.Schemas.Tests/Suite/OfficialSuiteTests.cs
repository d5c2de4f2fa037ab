using System.Globalization;
using System.Text.Json;

namespace Recoup.Schemas.Tests.Suite;

/// <summary>
/// Runs the official JSON Schema test suite if it is available: in the folder that JSON_SCHEMA_SUITE names, or else in
/// <c>json-schema-suite</c> of the external test data. All drafts found there run, with their optional cases and formats.
/// </summary>
public sealed class OfficialSuiteTests(ITestOutputHelper output)
{
    /// <summary>Optional cases that do not pass, each with the reason. Required cases are never skipped.</summary>
    private static readonly Dictionary<string, string> Skipped = new(StringComparer.Ordinal)
    {
        ["draft7/optional/content: validation of string-encoded content based on media type: an invalid JSON document"] =
            ContentIsAnnotation,
        ["draft7/optional/content: validation of binary string-encoding: an invalid base64 string (% is not a valid character)"] =
            ContentIsAnnotation,
        ["draft7/optional/content: validation of binary-encoded media type documents: a validly-encoded invalid JSON document"] =
            ContentIsAnnotation,
        ["draft7/optional/content: validation of binary-encoded media type documents: an invalid base64 string that is valid JSON"] =
            ContentIsAnnotation,
    };

    private const string ContentIsAnnotation =
        "Draft 7 validation, section 8.2: an implementation MAY support contentMediaType and contentEncoding as assertions. "
        + "Draft 2020-12, section 8.2: it MUST NOT by default. In this engine they are annotations in every draft.";

    [Fact]
    public void Every_case_of_the_official_suite_passes()
    {
        var suite = Environment.GetEnvironmentVariable("JSON_SCHEMA_SUITE") is { Length: > 0 } named
            ? named
            : TestData.RequireExternal("json-schema-suite");
        var documents = ReadRemotes(Path.Combine(suite, "remotes"));
        var failures = new List<string>();
        var lines = new List<string>();

        foreach (var (name, draft) in DraftFolders.Drafts)
        {
            var folder = Path.Combine(suite, name);
            if (!Directory.Exists(folder))
                continue;
            var cases = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal).SelectMany(path => SuiteCase.Read(folder, path)).ToList();
            lines.Add(Run(name, name, draft, documents, [.. cases.Where(test => !IsOptional(test))], failures));
            lines.Add(Run(
                $"{name} optional", name, draft, documents, [.. cases.Where(test => IsOptional(test) && !IsFormat(test))], failures));
            lines.Add(Run($"{name} formats", name, draft, documents, [.. cases.Where(IsFormat)], failures));
        }

        lines.ForEach(output.WriteLine);
        foreach (var (test, reason) in Skipped)
            output.WriteLine($"skipped {test}: {reason}");
        failures.ForEach(output.WriteLine);
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "json-schema-suite.txt"), lines);
        lines.ShouldNotBeEmpty();
        failures.ShouldBeEmpty();
        ReadFigures().ShouldBe(lines, "the table in the package's README");
    }

    /// <summary>The lines that the table of the README stands for: a row for each draft, a column for each kind of case.</summary>
    private static List<string> ReadFigures()
    {
        string[] titles = ["", " optional", " formats"];
        var lines = new List<string>();
        foreach (var row in File.ReadLines(Path.Combine(TestData.Repository, "src", "Recoup.Schemas", "README.md")))
        {
            var cells = row.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length != 4 || !cells[3].Contains(" of ", StringComparison.Ordinal))
                continue;
            foreach (var (title, cell) in titles.Zip(cells.Skip(1)))
            {
                var numbers = cell.Split(" of ").Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
                lines.Add($"draft{cells[0]}{title}: passed {numbers[0]} of {numbers[1]}, skipped {numbers[1] - numbers[0]}");
            }
        }

        return lines;
    }

    private static string Run(
        string title, string folder, SchemaDraft draft, Dictionary<Uri, JsonElement> documents, List<SuiteCase> cases,
        List<string> failures)
    {
        var passed = 0;
        var skipped = 0;
        foreach (var group in cases.GroupBy(test => (test.File, test.Group)))
        {
            JsonSchema? schema = null;
            foreach (var test in group)
            {
                try
                {
                    schema ??= JsonSchema.Parse(test.Schema, new JsonSchemaOptions
                    {
                        DefaultDraft = draft,
                        Documents = documents,
                        AssertFormat = AssertsFormat(test.File),
                    });
                    var result = schema.Validate(test.Data);
                    var isValid = schema.IsValid(test.Data);
                    var passes = isValid == test.Valid && result.IsValid == test.Valid;
                    var isSkipped = IsOptional(test) && Skipped.ContainsKey($"{folder}/{test}");
                    if (passes && isSkipped)
                        failures.Add($"{folder}/{test}: is in the list of skipped cases, but passes");
                    else if (passes)
                        passed++;
                    else if (isSkipped)
                        skipped++;
                    else
                        failures.Add($"{folder}/{test}: expected {test.Valid}, got {isValid}, {string.Join("; ", result.Violations)}");
                }
                catch (JsonSchemaException exception)
                {
                    failures.Add($"{folder}/{test}: {exception.Message}");
                }
            }
        }

        return FormattableString.Invariant($"{title}: passed {passed} of {cases.Count}, skipped {skipped}");
    }

    private static bool IsOptional(SuiteCase test) => test.File.StartsWith("optional/", StringComparison.Ordinal);

    private static bool IsFormat(SuiteCase test) => test.File.StartsWith("optional/format/", StringComparison.Ordinal);

    // These cases report an invalid regular expression through its format.
    private static bool AssertsFormat(string file) =>
        file.StartsWith("optional/format/", StringComparison.Ordinal) || file is "optional/ecmascript-regex";

    private static Dictionary<Uri, JsonElement> ReadRemotes(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).ToDictionary(
            path => new Uri("http://localhost:1234/" + Path.GetRelativePath(folder, path).Replace('\\', '/')),
            path => JsonElement.Parse(File.ReadAllBytes(path)));
}
