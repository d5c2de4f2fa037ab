using Recoup.Binding.Problems;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Spec;

namespace Recoup.Binding.Api;

/// <summary>Binds the OpenAPI documents of a project, each to a class of its own.</summary>
internal static class ApiPlan
{
    /// <summary>
    /// Binds each document. If several would become the same class, the first by path does, and the others are reported. So is a document
    /// that would become the class of a connector.
    /// </summary>
    /// <param name="documents">The documents.</param>
    /// <param name="connectors">The classes of connectors, which are in the same namespace.</param>
    public static IReadOnlyList<PlannedApi> Of(IEnumerable<SpecSelection> documents, IEnumerable<ConnectorClass> connectors)
    {
        // A class becomes a file, and many file systems ignore the case of names.
        var sourceByClass = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var connector in connectors)
            sourceByClass[connector.ClassName] = $"the connector '{connector.Slug}'";
        var apis = new List<PlannedApi>();
        foreach (var document in documents.OrderBy(document => document.Path, StringComparer.Ordinal))
        {
            if (sourceByClass.TryGetValue(document.ClassName, out var source))
            {
                apis.Add(new PlannedApi(document, null, new([.. NameProblem(document), SameClass(document, source)])));
                continue;
            }

            sourceByClass.Add(document.ClassName, $"'{document.Path}'");
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

    private static Problem SameClass(SpecSelection document, string source) =>
        new(ApiProblems.SameClass, document.ClassName, source) { Path = document.Path, Range = TextRange.Beginning };
}

/// <summary>The class of a connector.</summary>
/// <param name="Slug">The slug of the connector.</param>
/// <param name="ClassName">The name of the class.</param>
internal sealed record ConnectorClass(string Slug, string ClassName);

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
