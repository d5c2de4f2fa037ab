using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Recoup.Generators.Input;

/// <summary>The project's properties. Value-equal.</summary>
/// <param name="Namespace"><c>RecoupNamespace</c>: where the classes stand.</param>
/// <param name="Visibility"><c>RecoupVisibility</c>: <c>public</c> or <c>internal</c>.</param>
/// <param name="Checks"><c>RecoupChecks</c>: whether calls check the bounds of the schema.</param>
internal sealed record GeneratorOptions(string Namespace, string Visibility, bool Checks)
{
    private const string DefaultNamespace = "Recoup.Actions";

    public static GeneratorOptions Read(AnalyzerConfigOptions options) => new(
        Property(options, "RecoupNamespace") is { } name && IsNamespace(name) ? name : DefaultNamespace,
        Property(options, "RecoupVisibility") is { } visibility && visibility.Equals("internal", StringComparison.OrdinalIgnoreCase) ? "internal" : "public",
        Property(options, "RecoupChecks") is not { } checks || !checks.Equals("false", StringComparison.OrdinalIgnoreCase));

    private static string? Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    private static bool IsNamespace(string name) => name.Split('.').All(SyntaxFacts.IsValidIdentifier);
}
