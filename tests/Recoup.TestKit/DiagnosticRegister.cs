using System.Reflection;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.AI;
using Recoup.Binding.Problems;
using Recoup.Catalogs.Problems;
using Recoup.Generators;

namespace Recoup.Tests;

/// <summary>One id that users can meet.</summary>
internal sealed record RegisteredDiagnostic(string Id, string Severity, string Title);

/// <summary>Every id there is, found by the shape of what declares it, so that a new one cannot be forgotten.</summary>
internal static class DiagnosticRegister
{
    /// <summary>The problems of catalogs and documents: the fields of each table of problems.</summary>
    public static IReadOnlyList<RegisteredDiagnostic> Problems { get; } =
        [.. Of(typeof(CatalogProblems).Assembly), .. Of(typeof(BindingProblems).Assembly)];

    /// <summary>The problems of actions as tools of a model. The generator does not report them.</summary>
    public static IReadOnlyList<RegisteredDiagnostic> ToolProblems { get; } = [.. Of(typeof(RecoupTools).Assembly)];

    /// <summary>What is wrong with C#: all that the analyzers say they report, without the problems of files.</summary>
    public static IReadOnlyList<RegisteredDiagnostic> Rules { get; } =
    [
        .. typeof(RecoupGenerator).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .Where(rule => Problems.All(problem => problem.Id != rule.Id))
            .Select(rule => new RegisteredDiagnostic(
                rule.Id, rule.DefaultSeverity.ToString(), rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture))),
    ];

    /// <summary>
    /// What is wrong with a project: the warnings and errors of the build files, each with the label of its target, without those that the
    /// generator also reports.
    /// </summary>
    public static IReadOnlyList<RegisteredDiagnostic> BuildProblems { get; } =
    [
        .. XDocument.Load(Path.Combine(TestData.Repository, "src", "Recoup.Typed", "build", "Recoup.Typed.targets"))
            .Descendants().Where(element => element.Name.LocalName is "Warning" or "Error")
            .Select(warning =>
                new RegisteredDiagnostic(
                    (string)warning.Attribute("Code")!, warning.Name.LocalName, (string)warning.Parent!.Attribute("Label")!))
            .Where(problem => Problems.All(known => known.Id != problem.Id)),
    ];

    public static IReadOnlyList<RegisteredDiagnostic> All { get; } = [.. Problems, .. Rules, .. BuildProblems, .. ToolProblems];

    private static IEnumerable<RegisteredDiagnostic> Of(Assembly assembly) => assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Problems", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields())
        .Where(field => field.FieldType == typeof(ProblemDescriptor))
        .Select(field => (ProblemDescriptor)field.GetValue(null)!)
        .Select(problem => new RegisteredDiagnostic(problem.Id, problem.Severity.ToString(), problem.Title));
}
