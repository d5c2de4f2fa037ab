using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Tests.Driving;

namespace Recoup.Binding.Tests.Types;

public sealed class LikelyFileTests
{
    [Theory]
    [InlineData("File to attach; ensure `s3key`, `mimetype`, and `name` are set if provided.")]
    [InlineData("File to upload to the drive (max 5MB), identified by its name or path.")]
    [InlineData("The media file to upload.")]
    [InlineData("Images to attach to the post")]
    [InlineData("A FileUploadable.")]
    public void A_string_that_is_described_as_a_file_is_reported_with_the_line_for_the_names_file(string description)
    {
        var bound = Bound.Of(Catalog.Acme("SEND", Properties(description, "\"type\":[\"string\",\"null\"]")));

        var problem = bound.Problems.ShouldHaveSingleItem();
        (problem.Descriptor.Id, problem.Pointer).ShouldBe(("RCP0025", "/parameters/properties/m/properties/a\"b"));
        problem.Message.ShouldEndWith("""'actions' in recoup.names.json: "ACME_SEND": { "files": ["m.a\u0022b"] }""");

        // With that line, it is a file, and nothing is left to report.
        var marked = Bound.WithNames(
            "{\"actions\":{" + problem.Message[(problem.Message.IndexOf(".json: ", StringComparison.Ordinal) + 7)..] + "}}",
            Catalog.Acme("SEND", Properties(description, "\"type\":[\"string\",\"null\"]")));
        marked.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("The ID of the file.", "\"type\":\"string\"")]
    [InlineData("Name of the file to upload", "\"type\":\"string\"")]
    [InlineData("Absolute path to the file to upload on the server", "\"type\":\"string\"")]
    [InlineData("Folder to upload to", "\"type\":\"string\"")]
    [InlineData("How to treat a file to upload", "\"type\":\"string\",\"enum\":[\"keep\",\"replace\"]")]
    [InlineData("Number of files to upload", "\"type\":\"integer\"")]
    [InlineData("File to upload", "\"type\":\"string\",\"file_uploadable\":true")]
    public void Any_other_member_is_not(string description, string schema) =>
        Bound.Of(Catalog.Acme("SEND", Properties(description, schema))).Ids.ShouldBeEmpty();

    /// <summary>The provider's schemas say which strings are files. The served ones, read without that, must name the same.</summary>
    [Fact]
    public void In_a_real_catalog_exactly_the_files_of_the_provider_are_found()
    {
        var source = RecoupCatalog.Load(TestData.RequireExternal("catalogs", "github-googledrive.source.json"));
        var files = source.Actions
            .SelectMany(action => Members(action.ParametersSource["properties"])
                .Where(property => property.Value["file_uploadable"].AsBoolean() == true)
                .Select(property => action.Slug + "/" + property.Name));

        // Under another slug, the table of known files does not apply.
        var served = File.ReadAllText(TestData.RequireExternal("catalogs", "github-googledrive.served.json"))
            .Replace("\"GOOGLEDRIVE_", "\"XDRIVE_", StringComparison.Ordinal);
        var found = Bound.Of(RecoupCatalog.Parse(served).Actions).Problems
            .Where(problem => problem.Descriptor.Id == "RCP0025")
            .Select(problem => problem.Slug!.Replace("XDRIVE_", "GOOGLEDRIVE_", StringComparison.Ordinal) + "/" + problem.Arguments[1]);

        found.ShouldBe(files);
    }

    private static IEnumerable<PositionedElement.Member> Members(PositionedElement value)
    {
        foreach (var member in value.EnumerateObject())
            yield return member;
    }

    private static string Properties(string description, string schema) =>
        "{\"m\":{\"type\":\"object\",\"properties\":{\"a\\\"b\":{" + schema + ",\"description\":\"" + description + "\"}}}}";
}
