using System.Text;
using Microsoft.CodeAnalysis;
using Recoup.Binding.Actions;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Contracts;
using Recoup.Generators.Emission;
using Recoup.Generators.Tests.Driving;
using Recoup.Tests;

namespace Recoup.Generators.Tests;

/// <summary>
/// Programs that call every action of one catalog are compiled against another: where the compiler complains, and only there, the comparison
/// of the two has a finding about the source.
/// </summary>
public sealed class SourceFindingTests
{
    public static TheoryData<string, string> Pairs => new()
    {
        { "github.older.served.json", "github-googledrive.served.json" },
        { "github-googledrive.served.json", "github.older.served.json" },
        { "github-googledrive.source.json", "github-googledrive.served.json" },
        { "github-googledrive.served.json", "github-googledrive.source.json" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Real_calls_break_exactly_where_a_finding_says_so(string old, string @new) =>
        ShouldAgree(File.ReadAllText(TestData.RequireExternal("catalogs", old)), File.ReadAllText(TestData.RequireExternal("catalogs", @new)));

    [Fact]
    public void Calls_break_exactly_where_a_finding_says_so()
    {
        const string closed = "\"additionalProperties\":false}";
        string[] schemas =
        [
            """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"}},"required":["a"],""" + closed,
            """{"type":"object","properties":{"b":{"type":"integer"},"a":{"type":"string"}},"required":["b","a"],""" + closed,
            """{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"number"}},"required":["a"],""" + closed,
            """{"type":"object","properties":{"a":{"type":"number"}},"required":["a"],""" + closed,
            """{"type":"object","properties":{"a":{"type":"string","enum":["x","y"]},"b":{"type":["integer","null"]}},""" + closed,
            """{"type":"object","properties":{"a":{"type":"string","enum":["x"]},"b":{"type":["string","null"]},"c":{"type":"array","items":{"type":"string"}}},"required":["c"],""" + closed,
            """{"type":"object","properties":{"a":{"anyOf":[{"type":"string"},{"type":"integer"}]},"c":{"type":["array","null"],"items":{"type":"string"}}},""" + closed,
            """{"type":"object","properties":{"c":{"type":"array","items":{"type":"integer"}},"a":{}},""" + closed,
            """{"type":"object","properties":{"a":{"type":"object","properties":{"k":{"type":"string"}},"required":["k"]},"b":{"const":"x"}},"required":["b"],""" + closed,
            """{"type":"object","properties":{"a":{"type":"object","properties":{"k":{"type":"integer"}}}},"additionalProperties":{"type":"string"}}""",
            """{"type":"object","properties":{},"additionalProperties":false}""",
            "{}",
        ];
        var rows = (from old in schemas from @new in schemas select (old, @new)).Select((pair, i) => (Slug: $"SHOP_A{i}", pair.old, pair.@new)).ToList();

        var broken = ShouldAgree(
            Catalog.Of([.. rows.Select(row => Catalog.Action(row.Slug, row.old))]),
            Catalog.Of([.. rows.Select(row => Catalog.Action(row.Slug, row.@new))]));

        broken.ShouldBeGreaterThan(100);
    }

    /// <returns>How many calls of all forms the compiler refused.</returns>
    private static int ShouldAgree(string old, string @new)
    {
        var report = ContractDiff.Compare(Read(old), Read(@new), new DiffOptions { SuspectOutages = false }, TestContext.Current.CancellationToken);
        var findings = report.Findings
            // A call that names no member of a type does not notice that the member is gone.
            .Where(finding => finding.Source is not null && finding.Rule.Id != "source-declaration")
            .SelectMany(finding => finding.Action is { } action ? [(Slug: action, finding.Source!)] : finding.Affected.Select(slug => (Slug: slug, finding.Source!))).ToList();
        var common = RecoupCatalog.Parse(@new).Actions.Select(action => action.Slug).ToHashSet();
        var calls = Calls(old).Where(call => common.Contains(call.Slug)).ToList();

        var broken = 0;
        foreach (var (form, code) in Forms)
        {
            Errors(calls, form, old).ShouldBeEmpty();
            var errors = Errors(calls, form, @new);
            broken += errors.Count;
            Difference(
                errors,
                findings.Where(finding => code(finding.Item2) is not null).Select(finding => (finding.Slug, code(finding.Item2)!))).ShouldBeEmpty();
        }

        return broken;
    }

    private static readonly (Func<Call, string> Form, Func<SourceImpact, string?> Code)[] Forms =
    [
        (call => call.Named, impact => impact.NamedCalls),
        (call => call.Positional, impact => impact.PositionalCalls),
        (call => call.Shortest, impact => impact.ShortestCalls),
    ];

    private static List<string> Difference(ILookup<string, string> errors, IEnumerable<(string Slug, string Code)> findings)
    {
        var expected = findings.ToLookup(finding => finding.Slug, finding => finding.Code);
        return
        [
            .. errors.Where(group => !expected.Contains(group.Key)).Select(group => $"{group.Key}: the compiler says {string.Join("; ", group)}, no finding does"),
            .. expected.Where(group => !errors.Contains(group.Key)).Select(group => $"{group.Key}: a finding says {string.Join(", ", group)}, the compiler nothing"),
            .. expected.Where(group => group.Distinct().Count() == 1 && errors.Contains(group.Key) && errors[group.Key].All(error => !error.StartsWith(group.First(), StringComparison.Ordinal)))
                .Select(group => $"{group.Key}: a finding says {group.First()}, the compiler {string.Join("; ", errors[group.Key])}"),
        ];
    }

    /// <summary>One compilation with one call a line; its errors by slug.</summary>
    private static ILookup<string, string> Errors(List<Call> calls, Func<Call, string> form, string catalog)
    {
        var program = new StringBuilder("static class Probe { static void Run() {\n");
        foreach (var call in calls)
            program.Append("_ = ").Append(form(call)).Append(";\n");
        var generation = Generation.Run(catalog, program.Append("} }\n").ToString());
        return generation.Diagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => (diagnostic.Location.GetLineSpan().StartLinePosition.Line, Text: $"{diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"))
            .ToLookup(error => calls[error.Line - 1].Slug, error => error.Text);
    }

    /// <summary>Calls with every argument, each of the type that the old catalog's parameter has, null left out.</summary>
    private static IEnumerable<Call> Calls(string catalog)
    {
        var plan = CatalogPlan.Of([new CatalogSelection("catalog.json", new(RecoupCatalog.Parse(catalog).Actions), default, default)]);
        foreach (var connector in plan.Connectors.Select(connector => ConnectorBinder.Bind(connector).Model))
        {
            var types = new TypeSyntax("global::Recoup.Actions." + connector.ClassName);
            foreach (var action in connector.Actions)
            {
                var arguments = action.Parameters.Where(parameter => parameter.Presence != MemberPresence.Constant)
                    .Select(parameter => (parameter.Presence, Name: MethodEmitter.Escape(parameter.Name), Value: $"default({Type(types, parameter)})!")).ToList();
                var method = $"global::Recoup.Actions.{connector.ClassName}.{action.MethodName}";
                yield return new Call(
                    action.Slug,
                    $"{method}({string.Join(", ", arguments.Select(argument => $"{argument.Name}: {argument.Value}"))})",
                    $"{method}({string.Join(", ", arguments.Select(argument => argument.Value))})",
                    $"{method}({string.Join(", ", arguments.Where(argument => argument.Presence == MemberPresence.Required).Select(argument => $"{argument.Name}: {argument.Value}"))})");
            }
        }
    }

    private static string Type(TypeSyntax types, MemberModel parameter) =>
        parameter is { Presence: MemberPresence.OptionalNullable, Type.Type: ListTypeModel or MapTypeModel } ? types.Of(parameter) : types.Bare(parameter.Type.Type);

    private static ContractDocument Read(string json) => ContractDocument.Read(Encoding.UTF8.GetBytes(json), "catalog.json");

    private sealed record Call(string Slug, string Named, string Positional, string Shortest);
}
