using System.Text.Json;

namespace Recoup.Schemas.Tests.Suite;

/// <summary>
/// Runs the official JSON Schema test suite if it is available: in the folder that JSON_SCHEMA_SUITE names, or else in
/// <c>json-schema-suite</c> of the external test data. All drafts found there run, with their optional cases and formats.
/// </summary>
public sealed class OfficialSuiteTests(ITestOutputHelper output)
{
    /// <summary>Optional cases that do not pass, each with the reason. Required cases are never skipped.</summary>
    private static readonly Dictionary<string, string> Skipped = new(StringComparer.Ordinal);

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
            lines.Add(Run(name, draft, documents, [.. cases.Where(test => !test.File.StartsWith("optional/", StringComparison.Ordinal))], failures));
            var optional = cases.Where(test => test.File.StartsWith("optional/", StringComparison.Ordinal) && !Skipped.ContainsKey($"{name}/{test}")).ToList();
            lines.Add(Run($"{name} optional", draft, documents, optional, failures));
        }

        lines.ForEach(output.WriteLine);
        failures.ForEach(output.WriteLine);
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "json-schema-suite.txt"), lines);
        lines.ShouldNotBeEmpty();
        failures.ShouldBeEmpty();
    }

    private static string Run(
        string name, SchemaDraft draft, Dictionary<Uri, JsonElement> documents, List<SuiteCase> cases, List<string> failures)
    {
        var passed = 0;
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
                    if (schema.IsValid(test.Data) == test.Valid && result.IsValid == test.Valid)
                        passed++;
                    else
                        failures.Add($"{name}/{test}: expected {test.Valid}, got {schema.IsValid(test.Data)}, {string.Join("; ", result.Violations)}");
                }
                catch (JsonSchemaException exception)
                {
                    failures.Add($"{name}/{test}: {exception.Message}");
                }
            }
        }

        return $"{name}: passed {passed} of {cases.Count}";
    }

    // These cases report an invalid regular expression through its format.
    private static bool AssertsFormat(string file) =>
        file.StartsWith("optional/format/", StringComparison.Ordinal) || file is "optional/ecmascript-regex";

    private static Dictionary<Uri, JsonElement> ReadRemotes(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).ToDictionary(
            path => new Uri("http://localhost:1234/" + Path.GetRelativePath(folder, path).Replace('\\', '/')),
            path => JsonElement.Parse(File.ReadAllBytes(path)));
}
