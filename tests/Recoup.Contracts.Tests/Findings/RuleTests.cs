using Recoup.Contracts.Tests.Matrix;

namespace Recoup.Contracts.Tests.Findings;

public sealed class RuleTests
{
    private static readonly string Pages = Path.Combine(TestData.Repository, "docs", "rules");

    /// <summary>Keywords that no schema can be edited by alone.</summary>
    private static readonly Dictionary<string, string> Waived = new(StringComparer.Ordinal)
    {
        [""] = "Several changes that only together mean something: each of them has its own rule.",
    };

    public static TheoryData<string> Ids => new(RuleTable.All.Select(rule => rule.Id));

    [Fact]
    public void Ids_are_unique() => RuleTable.All.Select(rule => rule.Id).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page_with_an_example_and_a_fix(string id)
    {
        var rule = RuleTable.Find(id).ShouldNotBeNull();
        var page = File.ReadAllText(Path.Combine(TestData.Repository, rule.Page));

        page.ShouldStartWith($"# {id}: {rule.Title}\n");
        page.ShouldContain("## Example");
        page.ShouldContain("## Fix");
    }

    [Fact]
    public void Every_page_belongs_to_a_rule() =>
        Directory.GetFiles(Pages, "*-*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .ShouldBeSubsetOf(RuleTable.All.Select(rule => rule.Id));

    [Fact]
    public void Every_keyword_of_the_engine_has_a_rule_or_is_waived()
    {
        string[] withoutMeaningOfTheirOwn =
        [
            // References and names: what they lead to is compared. Declarations and remarks: they say nothing about values.
            "$ref", "$recursiveRef", "$dynamicRef", "$schema", "$id", "id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$vocabulary",
             "$comment", "$defs", "definitions",

            // Other spellings, folded before anything is compared: additionalItems is items, dependencies are dependentRequired and
            // dependentSchemas.
            "additionalItems", "dependencies", "nullable",

            // Parts of 'if'.
            "then", "else",
        ];
        var ruled = RuleTable.All.Select(rule => rule.Keyword).OfType<string>().ToHashSet(StringComparer.Ordinal);

        Metaschemas.Keywords.Except(withoutMeaningOfTheirOwn).Where(keyword => !ruled.Contains(keyword)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_keyword_rule_has_an_edit_and_its_mirror_or_is_waived()
    {
        var found = MatrixTable.Rows.SelectMany(row => MatrixTable.Of(row, Direction.Parameters))
            .Select(finding => (finding.Rule.Keyword, finding.Change))
            .ToHashSet();
        var missing = new List<string>();
        foreach (var rule in RuleTable.All.Where(rule => rule.Level == RuleLevel.Schema && !Waived.ContainsKey(rule.Keyword!)))
        {
            var changes = found.Where(pair => pair.Keyword == rule.Keyword).Select(pair => pair.Change).ToHashSet();
            if (changes.Count == 0)
                missing.Add($"{rule.Id} is never found");
            missing.AddRange(changes.Where(change => !changes.Contains(RuleTable.MirrorOf(change)))
                .Select(change => $"{rule.Id} {change} has no mirror"));
        }

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void The_effect_of_a_rule_is_correct_for_every_pair_with_one_edit()
    {
        var wrong = new List<string>();
        foreach (var row in MatrixTable.Rows.Where(row => row is { Edit: "set", Placement: not "union" }))
        {
            foreach (var finding in MatrixTable.Of(row, Direction.Parameters).Where(finding => finding.Verdict == Verdict.Breaking))
            {
                var breaksByNature = finding.Rule.Effect == Effect.Depends || finding.Change == Change.Changed
                    || finding.Rule.Effect == (finding.Change is Change.Added or Change.Tightened ? Effect.Narrows : Effect.Widens);
                if (!breaksByNature)
                    wrong.Add($"{row}: {finding.Rule.Id} {finding.Change}");
            }
        }

        wrong.ShouldBeEmpty();
    }
}
