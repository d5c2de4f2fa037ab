using Recoup.Binding.Problems;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Spec;

namespace Recoup.Binding.Api;

/// <summary>Binds the OpenAPI documents of a project, each to a class of its own.</summary>
internal static class ApiPlan
{
    /// <summary>Binds each document. If several would become the same class, the first by path does, and the others are reported.</summary>
    public static IReadOnlyList<PlannedApi> Of(IEnumerable<SpecSelection> documents)
    {
        // A class becomes a file, and many file systems ignore the case of names.
        var firstByClass = new Dictionary<string, SpecSelection>(StringComparer.OrdinalIgnoreCase);
        var apis = new List<PlannedApi>();
        foreach (var document in documents.OrderBy(document => document.Path, StringComparer.Ordinal))
        {
            if (firstByClass.TryGetValue(document.ClassName, out var first))
            {
                apis.Add(new PlannedApi(document, null, new([.. NameProblem(document), SameClass(document, first)])));
                continue;
            }

            firstByClass.Add(document.ClassName, document);
            apis.Add(Bind(document));
        }

        return apis;
    }

    private static PlannedApi Bind(SpecSelection document)
    {
        // A document that cannot be read becomes no class: one without operations would only move the error to its callers.
        var bound = ApiBinder.Bind(document.Reading.Spec, document.ClassName, document.Path);
        var isReadable = !document.Reading.Problems.Any(problem => problem.Descriptor.Severity == ProblemSeverity.Error);
        return new PlannedApi(document, isReadable ? bound.Model : null,
            new([.. NameProblem(document), .. document.Reading.Problems, .. bound.Problems]));
    }

    private static Problem[] NameProblem(SpecSelection document) =>
        document.RefusedName is { } refused && ApiNames.WhyUnusable(refused) is { } reason
            ? [new Problem(ApiProblems.ClassNameRefused, refused, reason, document.ClassName)
                { Path = document.Path, Range = TextRange.Beginning }]
            : [];

    private static Problem SameClass(SpecSelection document, SpecSelection first) =>
        new(ApiProblems.SameClass, document.ClassName, first.Path) { Path = document.Path, Range = TextRange.Beginning };
}

/// <summary>An OpenAPI document, and the class that it becomes.</summary>
/// <param name="Path">The file, for problems.</param>
/// <param name="ClassName">The class.</param>
/// <param name="Reading">The document.</param>
/// <param name="RefusedName">The name that the project chose for the class and that no class can have, or null.</param>
internal sealed record SpecSelection(string Path, string ClassName, ApiSpecReading Reading, string? RefusedName = null)
{
    /// <summary>A document of a project.</summary>
    /// <param name="path">The file.</param>
    /// <param name="chosenName">The name that the project chose for the class, or null.</param>
    /// <param name="reading">The document.</param>
    public static SpecSelection Of(string path, string? chosenName, ApiSpecReading reading)
    {
        var isRefused = chosenName is not null && ApiNames.WhyUnusable(chosenName) is not null;
        var derived = ApiNames.ClassOf(System.IO.Path.GetFileNameWithoutExtension(path));
        return new SpecSelection(path, isRefused ? derived : chosenName ?? derived, reading, isRefused ? chosenName : null);
    }
}

/// <summary>The class of an OpenAPI document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Model">The class, or null if there is none.</param>
/// <param name="Problems">What is wrong with the document, and what was decided about it.</param>
internal sealed record PlannedApi(SpecSelection Document, ApiModel? Model, EquatableArray<Problem> Problems);
