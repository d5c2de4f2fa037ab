using System.Runtime.CompilerServices;
using Recoup.Schemas.Formats;
using Recoup.Schemas.Keywords;

namespace Recoup.Schemas.Tests.Suite;

/// <summary>
/// The repository's own cases, in the format of the official suite: one folder per draft or range of drafts, one file per keyword.
/// The cases under <c>formats</c> run with the check of formats enabled.
/// </summary>
public sealed class KeywordCaseTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(SourceFile()))!, "Cases");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_has_the_stated_result_in_every_draft_of_its_folder(string file)
    {
        var folder = file.Split('/')[^2];
        foreach (var draft in DraftFolders.Of(folder))
        {
            var options = new JsonSchemaOptions
            {
                DefaultDraft = draft,
                AssertFormat = file.StartsWith("formats/", StringComparison.Ordinal),
            };
            foreach (var test in SuiteCase.Read(Folder, Path.Combine(Folder, file)))
            {
                var schema = JsonSchema.Parse(test.Schema, options);
                schema.IsValid(test.Data).ShouldBe(test.Valid, $"{draft}, {test}");
                schema.Validate(test.Data).IsValid.ShouldBe(test.Valid, $"{draft}, {test}, Validate");
            }
        }
    }

    [Fact]
    public void Every_keyword_of_every_draft_has_cases()
    {
        var covered = Files.Select(file => file.Data).Where(file => !file.StartsWith("formats/", StringComparison.Ordinal))
            .SelectMany(file => DraftFolders.Of(file.Split('/')[0]).Select(draft => (draft, Path.GetFileNameWithoutExtension(file))))
                .ToHashSet();
        var missing = DraftFolders.Drafts
            .SelectMany(folder => DraftTable.Rows.Where(row => row.IsIn(folder.Draft)).Select(row => (folder.Draft, row.Name)))
            .Where(pair => !covered.Contains(pair));
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_format_of_every_draft_has_cases_and_a_valid_example()
    {
        var covered = Files.Select(file => file.Data).Where(file => file.StartsWith("formats/", StringComparison.Ordinal))
            .SelectMany(file => DraftFolders.Of(file.Split('/')[1]).Select(draft => (draft, Path.GetFileNameWithoutExtension(file))))
                .ToHashSet();
        foreach (var format in FormatTable.All)
        {
            format.IsMatch(format.Example).ShouldBeTrue(format.Name);
            foreach (var (_, draft) in DraftFolders.Drafts.Where(folder => format.IsIn(folder.Draft)))
                covered.ShouldContain((draft, format.Name));
        }
    }

    [Fact]
    public void A_format_that_the_draft_does_not_define_is_an_annotation()
    {
        var schema = JsonSchema.Parse(
            """{"format": "uuid"}""", new JsonSchemaOptions { DefaultDraft = SchemaDraft.Draft7, AssertFormat = true });
        schema.IsValid(Json.Of("\"no uuid\"")).ShouldBeTrue();
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
