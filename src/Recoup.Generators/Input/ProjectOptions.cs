using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Binding.Problems;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Input;

/// <summary>The properties of the project. Value-equal.</summary>
/// <param name="Code">The properties that the generated classes depend on.</param>
/// <param name="EmbedsCatalog"><c>RecoupEmbedCatalog</c>: whether the assembly contains the generated actions as data.</param>
/// <param name="Problems">The invalid values.</param>
internal sealed record ProjectOptions(GeneratorOptions Code, bool EmbedsCatalog, EquatableArray<Problem> Problems)
{
    // Metadata has names of at most 512 bytes (CS7013). That of an explicit implementation contains the names of interface and type.
    private const int LongestNamespace = 512;
    private const int ExcerptLength = 60;

    public static ProjectOptions Read(AnalyzerConfigOptions options)
    {
        var problems = new List<Problem>();
        string Property(string name, string fallback, string expected, Func<string, bool> isValid)
        {
            var value = options.TryGetValue("build_property." + name, out var text) ? Uri.UnescapeDataString(text).Trim() : "";
            if (value.Length == 0 || isValid(value))
                return value.Length == 0 ? fallback : value;
            var excerpt = value.Length > ExcerptLength ? value[..ExcerptLength] + "…" : value;
            problems.Add(new Problem(BindingProblems.BadProperty, name, excerpt, expected, fallback));
            return fallback;
        }

        bool Flag(string name, bool fallback) => bool.Parse(
            Property(name, fallback ? "true" : "false", "true or false", value => bool.TryParse(value, out _)));

        var name = Property(
            "RecoupNamespace",
            "Recoup.Actions",
            "a namespace such as Acme.Actions, of at most 512 bytes of UTF-8 and outside System",
            IsNamespace);
        var visibility = Property("RecoupVisibility", "public", "public or internal", value => value is "public" or "internal");
        var checks = Flag("RecoupChecks", true);
        var results = Flag("RecoupResults", true);
        var documentation = Property(
            "RecoupDocumentation", "full", "full, summary or none", value => value is "full" or "summary" or "none") switch
        {
            "none" => DocumentationLevel.None,
            "summary" => DocumentationLevel.Summary,
            _ => DocumentationLevel.Full,
        };
        var embedsCatalog = Flag("RecoupEmbedCatalog", false);
        return new ProjectOptions(
            new GeneratorOptions(name, visibility, checks, results, documentation), embedsCatalog, new(problems));
    }

    // A connector "text" would hide System.Text.
    private static bool IsOfSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsNamespace(string name) =>
        Encoding.UTF8.GetByteCount(name) <= LongestNamespace
        && !IsOfSystem(name)
        && name.Split('.').All(part => SyntaxFacts.IsValidIdentifier(part) && SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None);
}
