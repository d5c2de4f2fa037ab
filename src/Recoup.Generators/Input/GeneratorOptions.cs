using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Binding.Problems;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Input;

/// <summary>The properties of the project. Value-equal.</summary>
/// <param name="Namespace"><c>RecoupNamespace</c>: the namespace of the classes.</param>
/// <param name="Visibility"><c>RecoupVisibility</c>: <c>public</c> or <c>internal</c>.</param>
/// <param name="Checks"><c>RecoupChecks</c>: whether calls check the bounds of the schema.</param>
/// <param name="Results"><c>RecoupResults</c>: whether described results get views.</param>
/// <param name="Documentation"><c>RecoupDocumentation</c>: how much of the catalog's text becomes documentation.</param>
/// <param name="Problems">The invalid values.</param>
internal sealed record GeneratorOptions(
    string Namespace,
    string Visibility,
    bool Checks,
    bool Results,
    DocumentationLevel Documentation,
    EquatableArray<Problem> Problems)
{
    public static GeneratorOptions Read(AnalyzerConfigOptions options)
    {
        var problems = new List<Problem>();
        string Property(string name, string fallback, string expected, Func<string, bool> isValid)
        {
            var value = options.TryGetValue("build_property." + name, out var text) ? text.Trim() : "";
            if (value.Length == 0 || isValid(value))
                return value.Length == 0 ? fallback : value;
            problems.Add(new Problem(BindingProblems.BadProperty, name, value, expected, fallback));
            return fallback;
        }

        var name = Property("RecoupNamespace", "Recoup.Actions", "a namespace such as Acme.Actions", IsNamespace);
        var visibility = Property("RecoupVisibility", "public", "public or internal", value => value is "public" or "internal");
        var checks = Property("RecoupChecks", "true", "true or false", value => bool.TryParse(value, out _));
        var results = Property("RecoupResults", "true", "true or false", value => bool.TryParse(value, out _));
        var documentation = Property(
            "RecoupDocumentation", "full", "full, summary or none", value => value is "full" or "summary" or "none") switch
        {
            "none" => DocumentationLevel.None,
            "summary" => DocumentationLevel.Summary,
            _ => DocumentationLevel.Full,
        };
        return new GeneratorOptions(name, visibility, bool.Parse(checks), bool.Parse(results), documentation, new(problems));
    }

    private static bool IsNamespace(string name) => name.Split('.').All(part =>
        SyntaxFacts.IsValidIdentifier(part) && SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None);
}
