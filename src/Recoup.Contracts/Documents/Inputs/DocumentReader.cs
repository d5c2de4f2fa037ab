using Recoup.Catalogs;
using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Spec;

namespace Recoup.Contracts.Documents.Inputs;

/// <summary>Reads a file or text into a <see cref="ContractDocument"/>.</summary>
internal static class DocumentReader
{
    public static ContractDocument Load(string path)
    {
        try
        {
            return Read(TextFile.ReadUtf8(path, "a catalog or an OpenAPI document"), path, path);
        }
        catch (CatalogException e)
        {
            throw new ContractException(e.Message, e);
        }
    }

    public static ContractDocument Read(ReadOnlyMemory<byte> utf8, string name, string? path)
    {
        var text = PositionedJson.ParsePruned(utf8, out var error);
        if (DocumentKind.IsSpec(utf8, text, error))
        {
            var spec = ApiSpecReader.Read(utf8, path);
            return new ContractDocument(name, path, null, spec.Spec, spec.Spec.Source, Usable(spec.Problems, name));
        }

        var catalog = CatalogReader.Read(utf8, path);
        var first = catalog.Catalog.Actions.Count > 0 ? catalog.Catalog.Actions[0].Source.Document.Root : text?.Root ?? default;
        return new ContractDocument(name, path, catalog.Catalog, null, first, Usable(catalog.Problems, name));
    }

    /// <summary>
    /// Rejects documents with errors or ignored entries without a name, because missing parts would look like removals.
    /// </summary>
    private static IReadOnlyList<Problem> Usable(IReadOnlyList<Problem> problems, string name)
    {
        var errors = problems
            .Where(problem => problem.Descriptor.Severity == ProblemSeverity.Error
                || (problem.Descriptor == CatalogProblems.NestedTooDeep && !NamesAction(problem)))
            .ToList();
        return errors.Count == 0
            ? problems
            : throw new ContractException(
                string.Join("\n", errors.Select(error => (error with { Path = error.Path ?? name }).ToString())),
                new CatalogException(errors));
    }

    private static bool NamesAction(Problem problem) => problem.Pointer.Length == 0 && problem.Slug is { } slug && !slug.Contains(' ');
}
