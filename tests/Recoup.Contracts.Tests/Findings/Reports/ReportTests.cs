using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Recoup.Schemas;

namespace Recoup.Contracts.Tests.Findings.Reports;

public sealed partial class ReportTests
{
    public static TheoryData<string> Formats => new(ReportWriterTable.Rows.Select(row => row.Name));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_report_format_is_as_approved(string format) =>
        Sample.Write(format, Sample.Report).Replace("\u0001", "<U+0001>").ShouldMatchApproved(options => options
            .WithFilenameGenerator((_, _, type, extension) => $"Report.{format}.{type}.{extension}"));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Lines_end_with_LF(string format) => Sample.Write(format, Sample.Accepted).ShouldNotContain("\r");

    [Fact]
    public void The_sample_has_every_verdict() =>
        Sample.Report.Findings.Select(finding => finding.Verdict).Distinct().Order().ShouldBe(Enum.GetValues<Verdict>());

    [Fact]
    public void Json_matches_the_published_schema()
    {
        using var stream = typeof(ContractDiff).Assembly.GetManifestResourceStream("report.schema.json").ShouldNotBeNull();
        using var schema = JsonDocument.Parse(stream);
        var compiled = JsonSchema.Parse(schema.RootElement, new JsonSchemaOptions { AssertFormat = true });

        var empty = Diff.Of(Diff.Catalog(), Diff.Catalog());
        foreach (var report in (Report[])[Sample.Report, Sample.Accepted, Sample.Suspect, Sample.Rehearsed, empty])
        {
            using var json = JsonDocument.Parse(Sample.Write("json", report));
            compiled.Validate(json.RootElement).Violations.Select(violation => violation.Message).ShouldBeEmpty();
            json.RootElement.GetProperty("findings").GetArrayLength().ShouldBe(report.Findings.Count);
        }
    }

    [Fact]
    public void Sarif_has_every_required_member()
    {
        foreach (var report in (Report[])[Sample.Report, Sample.Accepted, Sample.Suspect, Sample.Rehearsed])
        {
            using var document = JsonDocument.Parse(Sample.Write("sarif", report));
            var log = document.RootElement;

            // sarifLog, section 3.13: version and runs; run, 3.14: tool; tool, 3.18: driver; toolComponent, 3.19: name.
            log.GetProperty("version").GetString().ShouldBe("2.1.0");
            var run = log.GetProperty("runs").EnumerateArray().ShouldHaveSingleItem();
            var driver = run.GetProperty("tool").GetProperty("driver");
            driver.GetProperty("name").GetString().ShouldBe("recoup");
            driver.GetProperty("semanticVersion").GetString().ShouldNotBeNull().ShouldMatch(@"^\d+\.\d+\.\d+");
            run.GetProperty("columnKind").GetString().ShouldBe("utf16CodeUnits");

            // reportingDescriptor, 3.49: id. result, 3.27: message with text (3.11); ruleIndex points at the rule of ruleId.
            var rules = driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToList();
            rules.ShouldBeUnique();
            var results = run.GetProperty("results").EnumerateArray().ToList();
            results.Count.ShouldBe(report.Findings.Count);
            foreach (var result in results)
            {
                rules[result.GetProperty("ruleIndex").GetInt32()].ShouldBe(result.GetProperty("ruleId").GetString());
                result.GetProperty("message").GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
                result.GetProperty("level").GetString().ShouldBeOneOf("error", "warning", "note");
                var location = result.GetProperty("locations").EnumerateArray().ShouldHaveSingleItem().GetProperty("physicalLocation");
                Uri.IsWellFormedUriString(
                    location.GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute).ShouldBeTrue();
                var region = location.GetProperty("region");
                region.GetProperty("startLine").GetInt32().ShouldBeGreaterThan(0);
                region.GetProperty("startColumn").GetInt32().ShouldBeGreaterThan(0);
                region.GetProperty("endLine").GetInt32().ShouldBeGreaterThanOrEqualTo(region.GetProperty("startLine").GetInt32());
            }

            // invocation, 3.20: executionSuccessful; notification, 3.58: message; suppression, 3.35: kind.
            var invocation = run.GetProperty("invocations").EnumerateArray().ShouldHaveSingleItem();
            invocation.GetProperty("executionSuccessful").GetBoolean().ShouldBe(!report.IsSuspect);
            invocation.GetProperty("toolExecutionNotifications")
                .EnumerateArray()
                .ShouldAllBe(note => note.GetProperty("message").GetProperty("text").GetString() != null);
            var suppressed = results.Where(result => result.TryGetProperty("suppressions", out _)).ToList();
            suppressed.Count.ShouldBe(report.Totals.Accepted);
            suppressed.ShouldAllBe(result => result.GetProperty("suppressions")[0].GetProperty("kind").GetString() == "external");
        }
    }

    [Fact]
    public void JUnit_is_well_formed_and_its_counts_are_correct()
    {
        foreach (var report in (Report[])[Sample.Report, Sample.Accepted, Sample.Suspect, Sample.Rehearsed])
        {
            using var reader = XmlReader.Create(
                new StringReader(Sample.Write("junit", report)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XDocument.Load(reader).Root.ShouldNotBeNull();

            root.Name.LocalName.ShouldBe("testsuites");
            ShouldCount(root);
            foreach (var suite in root.Elements("testsuite"))
                ShouldCount(suite);
            root.Descendants("failure").Count().ShouldBe(
                report.Open.Count(finding => finding.Verdict >= Verdict.Unproven) + (report.Tests?.Broken.Count ?? 0));
            root.Descendants("testcase")
                .ShouldAllBe(test => (string?)test.Attribute("name") != null && (string?)test.Attribute("classname") != null);
        }
    }

    private static void ShouldCount(XElement suite)
    {
        ((int?)suite.Attribute("tests")).ShouldBe(suite.Descendants("testcase").Count());
        ((int?)suite.Attribute("failures")).ShouldBe(suite.Descendants("failure").Count());
        ((int?)suite.Attribute("errors")).ShouldBe(suite.Descendants("error").Count());
        ((int?)suite.Attribute("skipped")).ShouldBe(suite.Descendants("skipped").Count());
    }

    [Fact]
    public void GitHub_annotations_have_file_line_and_column_and_text_cannot_start_a_command()
    {
        var lines = Sample.Write("github", Sample.Report).TrimEnd('\n').Split('\n');

        lines.Length.ShouldBe(Sample.Report.Findings.Count);
        lines.ShouldAllBe(line => Annotation().IsMatch(line));
        lines.ShouldContain(line =>
            line.StartsWith("::error file=new.json,line=3,", StringComparison.Ordinal) && line.Contains("schema-required"));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_report_format_has_the_tests_that_break(string format) =>
        Sample.Write(format, Sample.Rehearsed)[CommonStart(Sample.Write(format, Sample.Rehearsed), Sample.Write(format, Sample.Report))..]
            .Replace("\u0001", "<U+0001>").ShouldMatchApproved(options => options
                .WithFilenameGenerator((_, _, type, extension) => $"Rehearsed.{format}.{type}.{extension}"));

    [Fact]
    public void The_name_of_a_test_cannot_start_a_command_of_GitHub() =>
        Sample.Write("github", Sample.Rehearsed).TrimEnd('\n').Split('\n')[Sample.Report.Findings.Count..]
            .ShouldAllBe(line => line.StartsWith("::error ", StringComparison.Ordinal) && line.Contains("title=test%3A My.Tests."));

    private static int CommonStart(string one, string other) => one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();

    [Fact]
    public void Sarif_has_what_GitHub_shows_about_a_rule()
    {
        using var document = JsonDocument.Parse(Sample.Write("sarif", Sample.Report));
        var driver = document.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver");

        // SARIF2005 and GH2012 of Microsoft's validator: absolute addresses, and texts that are sentences.
        Uri.IsWellFormedUriString(driver.GetProperty("informationUri").GetString(), UriKind.Absolute).ShouldBeTrue();
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        rules.ShouldNotBeEmpty();
        foreach (var rule in rules)
        {
            Uri.IsWellFormedUriString(rule.GetProperty("helpUri").GetString(), UriKind.Absolute).ShouldBeTrue();
            rule.GetProperty("name").GetString().ShouldNotBeNull().ShouldMatch("^([A-Z][a-z]*)+$");
            var (brief, full) = (Text(rule, "shortDescription"), Text(rule, "fullDescription"));
            brief.ShouldEndWith(".");
            full.ShouldStartWith(brief);
            full.Length.ShouldBeLessThanOrEqualTo(1024);
            var page = rule.GetProperty("help").GetProperty("markdown").GetString().ShouldNotBeNull();
            page.ShouldStartWith($"# {rule.GetProperty("id").GetString()}: ");
            page.ShouldContain("## Fix");
            page.ShouldNotMatch(@"\]\((?!https:)", "a link into the repository leads nowhere outside of it");
        }

        static string Text(JsonElement rule, string name) => rule.GetProperty(name).GetProperty("text").GetString().ShouldNotBeNull();
    }

    [Fact]
    public void Catalog_text_is_no_link_in_Sarif()
    {
        var report = Diff.Of(
            Diff.Catalog(Diff.Action("A_B", "{}")),
            Diff.Catalog(Diff.Action("A_B", "{}"), Diff.Action("A_[x](http://evil.example)", "{}")));

        using var document = JsonDocument.Parse(Sample.Write("sarif", report));
        foreach (var result in document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
            result.GetProperty("message").GetProperty("text").GetString().ShouldNotBeNull().ShouldNotContain("](");
    }

    [Theory]
    [InlineData(@"\n\nBREAKING (PROVED): 9")]
    [InlineData(@"\r\rACCEPTED: 9")]
    [InlineData(@"\u2028note: all is well")]
    [InlineData(@"\u0085\u000bsuspect: an outage")]
    public void Catalog_text_cannot_imitate_a_line_of_the_text_report(string name)
    {
        var report = Diff.Of(
            Diff.Catalog(Diff.Action("A_B", Properties("a"))), Diff.Catalog(Diff.Action("A_B", Properties(name), description: name)));

        var lines = Sample.Write("text", report).Split('\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029');

        lines.ShouldNotContain(line => line.StartsWith("BREAKING") || line.StartsWith("ACCEPTED") || line.StartsWith("note")
            || line.StartsWith("suspect"));

        static string Properties(string name) => $$$"""{"properties":{"{{{name}}}":{"type":"string"}},"additionalProperties":false}""";
    }

    [Fact]
    public void Hidden_verdicts_are_counted_but_not_listed()
    {
        var all = Sample.Write("text", Sample.Report);
        var some = Sample.Write("text", Sample.Report with { Hidden = [Verdict.Behavior, Verdict.Compatible] });

        all.ShouldContain("BEHAVIOR: ");
        some.ShouldNotContain("BEHAVIOR: ", Case.Sensitive);
        some.ShouldNotContain("COMPATIBLE (PROVED): ", Case.Sensitive);
        some.ShouldContain("1 behavior, 1 compatible (not listed: behavior, compatible)");
        foreach (var format in ReportWriterTable.Rows)
            Sample.Write(format.Name, Sample.Report with { Hidden = [Verdict.Behavior] }).ShouldNotContain("the description has changed");
    }

    [GeneratedRegex(
        @"^::(error|warning|notice) file=(old|new)\.json,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[a-z-]+%3A [a-z ()]+::.+$")]
    private static partial Regex Annotation();
}
