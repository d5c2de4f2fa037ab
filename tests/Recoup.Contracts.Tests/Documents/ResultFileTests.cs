namespace Recoup.Contracts.Tests.Documents;

/// <summary>Comparisons of results files, and of catalogs with a results file beside them.</summary>
public sealed class ResultFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("""{"type":"object","properties":{"id":{"type":"integer"}}}""",
        """{"type":"object","properties":{"id":{"type":"number"}}}""",
        "BREAKING (PROVED)", "schema-type")]
    [InlineData("""{"type":"object","properties":{"id":{"type":"number"}}}""",
        """{"type":"object","properties":{"id":{"type":"integer"}}}""",
        "COMPATIBLE (PROVED)", "schema-type")]
    [InlineData("""{"type":"object","required":["id"]}""", """{"type":"object"}""", "BREAKING (PROVED)", "schema-required")]
    public void A_wider_result_is_breaking_and_a_narrower_one_is_not(string before, string after, string verdict, string rule)
    {
        var report = Diff.Of(File("TEST_ONE", before), File("TEST_ONE", after), new DiffOptions { WireOnly = true });

        var finding = report.Findings.ShouldHaveSingleItem();
        finding.Rule.Id.ShouldBe(rule);
        finding.Direction.ShouldBe(Direction.Results);
        finding.Action.ShouldBe("TEST_ONE");
        $"{finding.Verdict.ToString().ToUpperInvariant()} (PROVED)".ShouldBe(verdict);
        finding.AfterLocation!.Path.ShouldBe("new.json");
        finding.AfterLocation.Pointer.ShouldStartWith("/results/TEST_ONE");
    }

    [Fact]
    public void The_types_of_members_that_change_are_reported()
    {
        var report = Diff.Of(
            File("TEST_ONE", """{"type":"object","properties":{"n":{"type":"integer"}}}"""),
            File("TEST_ONE", """{"type":"object","properties":{"n":{"type":["string","integer"]}}}"""));

        report.Findings.Select(finding => finding.Rule.Id).ShouldContain("schema-type");
        var source = report.Findings.SelectMany(finding => finding.Parts.Append(finding)).First(finding => finding.Source is not null);
        source.Verdict.ShouldBe(Verdict.Breaking);
    }

    [Fact]
    public void A_result_that_only_one_file_describes_is_no_added_action()
    {
        const string schema = """{"type":"object","properties":{"n":{"type":"integer"}}}""";

        var report = Diff.Of(File("TEST_ONE", schema), """{"results":{}}""", new DiffOptions { WireOnly = true });

        var finding = report.Findings.ShouldHaveSingleItem();
        finding.Rule.Id.ShouldBe("catalog-result-schema");
        finding.Message.ShouldBe("the result is no longer described");
        finding.BeforeLocation!.Pointer.ShouldBe("/results/TEST_ONE");
    }

    [Fact]
    public void A_results_file_is_not_compared_with_a_catalog() => Should.Throw<ContractException>(() =>
        Diff.Of(File("TEST_ONE", "{}"), Diff.Catalog(Diff.Action("TEST_ONE", "{}")))).Message.ShouldBe(
            "old.json is a results file, new.json is a catalog: expected two catalogs, two results files or two OpenAPI documents.");

    [Fact]
    public void Each_catalog_is_compared_with_the_results_file_in_its_folder()
    {
        var (before, after) = (Folder("before", "integer"), Folder("after", "number"));

        var report = ContractDiff.Compare(
            ContractDocument.Load(before),
            ContractDocument.Load(after),
            new DiffOptions { WireOnly = true },
            TestContext.Current.CancellationToken);

        var finding = report.Findings.ShouldHaveSingleItem();
        finding.Direction.ShouldBe(Direction.Results);
        finding.AfterLocation!.Path.ShouldBe(Path.Combine(_folder, "after", "recoup.results.json"));
        finding.AfterLocation.Pointer.ShouldBe("/results/TEST_ONE/properties/n/type");
        finding.AfterLocation.Line.ShouldBe(1);
    }

    [Fact]
    public void A_results_file_beside_one_catalog_describes_the_other_one_too()
    {
        var stored = Folder("stored", "integer");
        var elsewhere = Path.Combine(_folder, "new.json");
        System.IO.File.Copy(stored, elsewhere);

        ContractDiff.Compare(
            ContractDocument.Load(stored), ContractDocument.Load(elsewhere), null, TestContext.Current.CancellationToken)
            .Findings.ShouldBeEmpty();
        ContractDiff.Compare(
            ContractDocument.Load(elsewhere), ContractDocument.Load(stored), null, TestContext.Current.CancellationToken)
            .Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_results_file_that_is_not_JSON_is_an_error()
    {
        var path = Folder("before", "integer");
        System.IO.File.WriteAllText(Path.Combine(_folder, "before", "recoup.results.json"), "{");

        Should.Throw<ContractException>(() => ContractDocument.Load(path)).Message.ShouldContain("recoup.results.json(1,2): error RCP0070");
    }

    private static string File(string slug, string schema) => $"{{\"results\":{{\"{slug}\":{schema}}}}}";

    private string Folder(string name, string type)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        System.IO.File.WriteAllText(
            Path.Combine(folder, "recoup.results.json"),
            File("TEST_ONE", $"{{\"type\":\"object\",\"properties\":{{\"n\":{{\"type\":\"{type}\"}}}}}}"));
        var path = Path.Combine(folder, "recoup.catalog.json");
        System.IO.File.WriteAllText(path, Diff.Catalog(Diff.Action("TEST_ONE", "{}")));
        return path;
    }
}
