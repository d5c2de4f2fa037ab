using System.Text;
using Recoup.Catalogs.Actions;
using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Tests;

/// <summary>Files that describe results are third-party text: whatever they contain, they are read or reported.</summary>
public sealed class ResultFileReaderTests
{
    private const string Valid = """
        {"$schema":"s","results":{"A_\u0042":{"type":"object","properties":{"é":{"enum":[1.5e3,null,true]}}},"C_D":{},"E":[{"x":"\\"}]}}
        """;

    [Fact]
    public void A_description_keeps_its_place_and_its_text()
    {
        var file = Read(Encoding.UTF8.GetBytes(Valid));

        file.Descriptions.Select(description => (description.Slug, description.Pointer)).ShouldBe(
            [("A_B", "/results/A_B"), ("C_D", "/results/C_D")]);
        file.Descriptions[0].Schema.RawText.ShouldStartWith("{\"type\":\"object\"");
        file.Problems.ShouldHaveSingleItem().Descriptor.ShouldBe(ResultProblems.Unexpected);
    }

    [Fact]
    public void A_file_that_is_cut_anywhere_is_an_error_with_a_position()
    {
        var utf8 = Encoding.UTF8.GetBytes(Valid);
        for (var length = 0; length < utf8.Length - 1; length++)
        {
            var file = Read(utf8.AsMemory(0, length));

            var problem = file.Problems.ShouldHaveSingleItem($"cut after {length} bytes");
            problem.Descriptor.ShouldBe(ResultProblems.NotJson);
            problem.Range.ShouldNotBeNull();
        }
    }

    [Fact]
    public void A_changed_byte_never_throws_and_loses_no_description_silently()
    {
        foreach (var replacement in "{}[],:\"\\x1\0é"u8.ToArray())
        {
            var utf8 = Encoding.UTF8.GetBytes(Valid);
            for (var i = 0; i < utf8.Length; i++)
            {
                var (before, place) = (utf8[i], $"byte {i} is {replacement}");
                utf8[i] = replacement;
                var file = Read(utf8);
                utf8[i] = before;

                (file.Descriptions.Count + file.Problems.Count).ShouldBeGreaterThan(0, place);
                file.Problems.ShouldAllBe(problem => problem.Path == "results.json" && problem.Range != null, place);
            }
        }
    }

    [Fact]
    public void A_schema_that_is_nested_too_deeply_is_reported_and_the_others_are_read()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"items\":", 5000)) + "{}" + new string('}', 5000);

        var file = Read(Encoding.UTF8.GetBytes($"{{\"results\":{{\"A\":{deep},\"B\":{{}}}}}}"));

        file.Descriptions.ShouldHaveSingleItem().Slug.ShouldBe("B");
        file.Problems.ShouldHaveSingleItem().Message.ShouldContain("levels of nesting in the schema of A");
    }

    private static ResultFile Read(ReadOnlyMemory<byte> utf8) =>
        ResultFileReader.Read(utf8, "results.json", TestContext.Current.CancellationToken);
}
