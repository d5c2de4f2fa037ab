using System.Text;
using Microsoft.CodeAnalysis;
using Recoup.Binding.Types;
using Recoup.Contracts;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>
/// The errors of a program that uses everything in one document and is compiled against another, and the findings of their comparison.
/// </summary>
internal sealed class PinnedPair
{
    private PinnedPair(Report report, IReadOnlyList<PinnedSurface> surfaces, AdditionalText before, AdditionalText after)
    {
        Report = report;
        var findings = report.Differences.Where(finding => finding.Source is not null).ToList();
        var expected = Expected(findings, surfaces);
        Uses =
        [
            .. surfaces.SelectMany(surface =>
                (IEnumerable<PinnedUse>)[
                    .. PinnedProgram.Calls(surface), .. PinnedProgram.Results(surface), .. PinnedProgram.Types(surface)
                ]),
        ];
        PinnedProgram.Errors(Uses, before)
            .Select(group => $"{group.Key}: {string.Join("; ", group)}")
            .ShouldBeEmpty("the program compiles against its own document");
        Errors = PinnedProgram.Errors(Uses, after);
        Disagreements = Compare(Errors, expected, Unseen(surfaces, findings));
        Expectations = expected;
    }

    public Report Report { get; }

    public IReadOnlyList<PinnedUse> Uses { get; }

    /// <summary>The compiler errors against the new document, by the used member.</summary>
    public ILookup<string, string> Errors { get; }

    /// <summary>The errors that the findings predict, by the used member.</summary>
    public ILookup<string, string> Expectations { get; }

    /// <summary>Errors without a finding, findings without an error, and findings that name another error.</summary>
    public IReadOnlyList<string> Disagreements { get; }

    public static PinnedPair OfCatalogs(string before, string after) => new(
        Compare(before, after, "catalog.json"), [.. PinnedSurface.OfCatalog(before)], new CatalogText("catalog.json", before),
         new CatalogText("catalog.json", after));

    public static PinnedPair OfSpecs(string before, string after) => new(
        Compare(before, after, "shop.json"), [PinnedSurface.OfSpec(before, "ShopApi")], new SpecText("shop.json", before),
         new SpecText("shop.json", after));

    private static Report Compare(string before, string after, string name) => ContractDiff.Compare(
        ContractDocument.Read(Encoding.UTF8.GetBytes(before), name), ContractDocument.Read(Encoding.UTF8.GetBytes(after), name),
        new DiffOptions { SuspectOutages = false }, TestContext.Current.CancellationToken);

    private static ILookup<string, string> Expected(IReadOnlyList<Finding> findings, IReadOnlyList<PinnedSurface> surfaces)
    {
        var methods = surfaces.SelectMany(surface =>
            surface.Methods.Select(method => (method.Subject, Name: $"{surface.Name}.{method.Name}")))
                .ToDictionary(pair => pair.Subject, pair => pair.Name);
        return findings.SelectMany(Of).ToLookup(pair => pair.Key, pair => pair.Code);

        IEnumerable<(string Key, string Code)> Of(Finding finding)
        {
            var impact = finding.Source!;
            foreach (var slug in finding.Action is { } action ? [action] : finding.Affected)
            {
                foreach (var (kind, code) in ((UseKind, string?)[])[
                    (UseKind.NamedCall, impact.NamedCalls),
                    (UseKind.PositionalCall, impact.PositionalCalls),
                    (UseKind.ShortestCall, impact.ShortestCalls),
                ])
                {
                    if (code is not null)
                        yield return ($"{kind} {slug}", code);
                }

                if (impact.Uses is { } result && finding.Rule.Id == "source-result")
                    yield return (methods[slug], result);
            }

            if (impact.Uses is { } uses && finding.Rule.Id != "source-result")
                yield return (impact.Member, uses);
        }
    }

    /// <summary>
    /// Methods that are removed, and types that are removed or renamed because the only action, class or result that uses them is removed
    /// or changed.
    /// </summary>
    private static HashSet<string> Unseen(IReadOnlyList<PinnedSurface> surfaces, IReadOnlyList<Finding> findings)
    {
        var gone = Subjects("catalog-action", "catalog-connector", "spec-operation", "source-class", "source-method");
        var results = Subjects("source-result");
        var unseen = new HashSet<string>();
        foreach (var surface in surfaces)
        {
            var (seen, all) = (new HashSet<string>(), new HashSet<string>());
            foreach (var method in surface.Methods)
            {
                var parameters = method.Parameters.Select(parameter => parameter.Type.Type).ToList();
                TypeModel[] result = method.Result is { } use ? [use.Type] : [];
                Visit(parameters.Concat(result), surface, all);
                if (!gone.Contains(method.Subject))
                    Visit(results.Contains(method.Subject) ? parameters : parameters.Concat(result), surface, seen);
            }

            unseen.UnionWith(
                surface.Methods.Where(method => gone.Contains(method.Subject)).Select(method => $"{surface.Name}.{method.Name}"));
            unseen.UnionWith(all.Except(seen).Select(name => $"{surface.Name}.{name}"));
        }

        return unseen;

        HashSet<string> Subjects(params string[] rules) => [.. findings.Where(finding => rules.Contains(finding.Rule.Id))
            .SelectMany(finding => finding.Action is { } action ? [action] : finding.Affected)];
    }

    private static void Visit(IEnumerable<TypeModel> types, PinnedSurface surface, HashSet<string> seen)
    {
        foreach (var type in types)
        {
            switch (type)
            {
                case ListTypeModel list:
                    Visit([list.Item.Type], surface, seen);
                    break;
                case MapTypeModel map:
                    Visit([map.Value.Type], surface, seen);
                    break;
                case DeclaredTypeModel declared when seen.Add(declared.Name):
                    Visit(surface.Types[declared.Name].Declaration switch
                    {
                        ClassDeclarationModel @class =>
                            @class.Members.Select(member => member.Type.Type).Concat(@class.Additional is { } rest ? [rest.Type] : []),
                        ViewDeclarationModel view => view.Members.Select(member => member.Type.Type),
                        UnionDeclarationModel union => union.Branches.Select(branch => branch.Type),
                        _ => [],
                    }, surface, seen);
                    break;
            }
        }
    }

    private static List<string> Compare(ILookup<string, string> errors, ILookup<string, string> expected, HashSet<string> unseen)
    {
        var difference = new List<string>();
        foreach (var group in errors.Where(group => !expected.Contains(group.Key) && !IsExplained(group.Key)))
            difference.Add($"{group.Key}: the compiler says {string.Join("; ", group)}, no finding does");
        foreach (var group in expected)
        {
            // If a type becomes another kind of type, the errors are those of its members.
            var said = errors[group.Key].Concat(errors.Where(error => Owner(error.Key) == group.Key).SelectMany(error => error)).ToList();
            if (said.Count == 0)
                difference.Add($"{group.Key}: a finding says {string.Join(", ", group)}, the compiler nothing");
            else if (group.Distinct().Count() == 1
                && said.TrueForAll(error => !error.StartsWith(group.First(), StringComparison.Ordinal))
                && !LosesTypeOfArgument(group.Key, said))
                difference.Add($"{group.Key}: a finding says {group.First()}, the compiler {string.Join("; ", said)}");
        }

        return difference;

        // A failed call has no result, a removed type has no members, and a union without a list branch takes no collection expression.
        bool IsExplained(string used) =>
            unseen.Contains(used) || (Owner(used) is { } owner && (unseen.Contains(owner) || expected.Contains(owner)
            || (used.EndsWith("([])", StringComparison.Ordinal)
                && expected.Any(group => group.Key.StartsWith(owner + "(IReadOnlyList<", StringComparison.Ordinal)))));
    }

    // The type of an argument disappears with its parameter. The compiler then reports only the type.
    private static bool LosesTypeOfArgument(string used, List<string> errors) =>
        (used.StartsWith(nameof(UseKind.NamedCall), StringComparison.Ordinal)
            || used.StartsWith(nameof(UseKind.ShortestCall), StringComparison.Ordinal))
        && errors.Exists(error => error.StartsWith("CS0426", StringComparison.Ordinal));

    /// <summary>The type of a value, property or conversion: <c>Acme.State</c> of <c>Acme.State.Open</c>.</summary>
    private static string? Owner(string used)
    {
        if (used.Contains(' ') && !used.Contains('('))
            return null;
        var conversion = used.IndexOf('(');
        var at = conversion >= 0 ? conversion : used.LastIndexOf('.');
        return at > 0 && used[..at].Contains('.') ? used[..at] : null;
    }
}
