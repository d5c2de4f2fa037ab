using System.Text;
using Recoup.Contracts;
using Recoup.Documentation.Tests.Pages;

namespace Recoup.Documentation.Tests;

/// <summary>The indexes of diagnostics and rules are made of the tables that the code has.</summary>
public sealed class IndexTests
{
    [Fact]
    public void Every_diagnostic_stands_in_its_index() => Compare("docs/diagnostics/README.md", Diagnostics());

    [Fact]
    public void Every_rule_stands_in_its_index() => Compare("docs/rules/README.md", Rules());

    private static string DirectionTable =>
        PageVerdict.TableHead + "| stricter | `breaking` | `compatible` |\n| less strict | `compatible` | `breaking` |\n";

    private static void Compare(string name, string expected)
    {
        var path = Path.Combine(TestData.Repository, name);
        var actual = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (actual != expected)
            File.WriteAllText(Path.ChangeExtension(path, ".received.md"), expected);
        actual.ShouldBe(expected, $"{name} is out of date: look at the .received.md beside it, and move it over the page");
    }

    private static string Diagnostics()
    {
        var text = new StringBuilder("# Diagnostics\n\n"
            + "The generator, its analyzers and `recoup check` report these diagnostics.\n"
            + "An *error* means that a file is not what it should be. A *warning* is something that you can change, or a part of the "
            + "input that is\nignored. An *info* is a decision, or a flaw in the server's data that loses nothing.\n"
            + "To change the severity of a warning, use an `.editorconfig`: `dotnet_diagnostic.RCP0041.severity = error`.\n\n"
            + "The generator reports errors, and every problem because of which code is missing. An analyzer reports the other problems of "
            + "catalogs, names\nfiles, results files and OpenAPI documents. Editors run analyzers while you edit a file, but some run "
            + "generators only when you save or\nbuild. With `RunAnalyzers=false`, the build reports only what the generator reports.\n\n"
            + "Only `recoup check --for` reports the diagnostics of tools. [Agents](../agents.md) has the rules of each provider.\n");
        foreach (var (title, first, last) in new[]
        {
            ("Catalogs", "RCP0001", "RCP0009"), ("OpenAPI documents", "RCP0010", "RCP0019"),
             ("Code generated from a catalog", "RCP0020", "RCP0029"),
            ("Code generated from an OpenAPI document", "RCP0030", "RCP0039"), ("C# code that creates calls", "RCP0040", "RCP0049"),
             ("Your own names", "RCP0050", "RCP0059"), ("Build", "RCP0060", "RCP0069"),
             ("Descriptions of results", "RCP0070", "RCP0079"), ("Actions as tools of a model", "RCP0080", "RCP0099"),
        })
        {
            text.Append($"\n## {title}\n\n| id | severity | title |\n|---|---|---|\n");
            foreach (var row in DiagnosticRegister.All.Where(row =>
                string.CompareOrdinal(row.Id, first) >= 0 && string.CompareOrdinal(row.Id, last) <= 0)
                    .OrderBy(row => row.Id, StringComparer.Ordinal))
                text.Append($"| [{row.Id}]({row.Id}.md) | {row.Severity.ToLowerInvariant()} | {row.Title} |\n");
        }

        return text.ToString();
    }

    private static string Rules()
    {
        var text =
            new StringBuilder(
                "# Rules\n\n`recoup diff` and `recoup verify` apply these rules. Each finding names its rule.\n[Contract "
                    + "verification](../contracts.md#verdicts) explains the verdicts.\n\n"
                    + "*Parameters* are values that a program sends, and *results* are values that it reads. A schema became *stricter* if "
                    + "it accepts\nfewer values, and *less strict* if it accepts more values.\n");
        foreach (var level in RuleTable.All.GroupBy(rule => rule.Level))
        {
            text.Append($"\n## {Title(level.Key)}\n");
            if (level.Key == RuleLevel.Schema)
                text.Append($"\nThe verdict of most of these rules is *by direction*, as this table shows:\n\n{DirectionTable}");
            text.Append("\n| rule | reports | verdict |\n|---|---|---|\n");
            foreach (var rule in level)
                text.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {Verdict(rule)} |\n");
        }

        return text.ToString();
    }

    private static string Verdict(Rule rule) =>
        PageVerdict.Of(Page.All[rule.Page]) is { IsByDirection: false } verdict ? verdict.Sentence.TrimEnd('.') : "by direction";

    private static string Title(RuleLevel level) => level switch
    {
        RuleLevel.Catalog => "Catalogs",
        RuleLevel.Schema => "Schemas, by keyword",
        RuleLevel.Source => "Generated C#",
        RuleLevel.Spec => "OpenAPI documents",
        RuleLevel.Live => "The live API",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };
}
