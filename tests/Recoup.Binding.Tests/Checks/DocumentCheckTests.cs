using Recoup.Binding.Checks;
using Recoup.Binding.Problems;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Tests.Checks;

public sealed class DocumentCheckTests : IDisposable
{
    private const string Spec = """{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{}}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recoup-check-");

    [Fact]
    public void Two_documents_that_become_one_class_are_reported_as_the_generator_reports_them()
    {
        var (first, second) = (Write("a/social.json", Spec), Write("b/social.json", Spec));

        var check = Check(second, first);

        var problem = check.Problems.ShouldHaveSingleItem().Problem;
        problem.Descriptor.ShouldBe(ApiProblems.SameClass);
        problem.ToString().ShouldStartWith(second + "(1,1): error RCP0035");
    }

    [Fact]
    public void A_problem_has_its_pointer_in_the_whole_document()
    {
        var catalog = Write(
            "catalog.json",
            """{"actions":[{"slug":"A_B","name":"n","description":"","parameters":{},"connectorSlug":"a","isConnected":1}]}""");

        var located = Check(catalog).Problems.Single(problem => problem.Problem.Descriptor == CatalogProblems.FieldMissing);

        located.Pointer.ShouldBe("/actions/0/isConnected");
        located.Problem.Path.ShouldBe(catalog);
    }

    [Fact]
    public void A_file_that_is_neither_a_catalog_nor_a_document_is_fatal_and_a_flaw_in_one_is_not()
    {
        Check(Write("other.json", "{}")).IsFatal.ShouldBeTrue();
        Check(Write("flawed.json", """{"actions":[{}]}""")).IsFatal.ShouldBeFalse();
    }

    [Fact]
    public void A_names_file_beside_a_catalog_is_read()
    {
        var catalog = Write("catalog.json", """{"actions":[]}""");
        Write("recoup.names.json", """{"actions":{"NO_ACTION":{"method":"M"}}}""");

        Check(catalog).Problems.Select(located => located.Problem.Descriptor)
            .ShouldBe([CatalogProblems.NoActions, NamesProblems.NamesNothing], ignoreOrder: true);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static DocumentCheck Check(params string[] paths) =>
        DocumentCheck.Run([.. paths.Select(path => (path, File.ReadAllBytes(path)))]);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
