using Recoup.Catalogs;
using Recoup.Catalogs.Actions;
using Recoup.Catalogs.Effects;
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
            var document = Read(TextFile.ReadUtf8(path, "a catalog or an OpenAPI document"), path, path);
            return document.Catalog is null || document.IsResultFile
                ? document
                : WithResults(document, ResultFile.Beside([path]), StatedEffects.Beside(path));
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

        if (text is not null && ResultFileReader.IsResultFile(text.Root))
            return OfResults(ResultFileReader.Read(utf8, path ?? name), name, path, text.Root);

        var catalog = CatalogReader.Read(utf8, path);
        var first = catalog.Catalog.Actions.Count > 0 ? catalog.Catalog.Actions[0].Source.Document.Root : text?.Root ?? default;
        return new ContractDocument(name, path, catalog.Catalog, null, first, Usable(catalog.Problems, name));
    }

    /// <summary>The catalog with descriptions of its results, and effects of its actions.</summary>
    /// <exception cref="ContractException">A file cannot be used.</exception>
    private static ContractDocument WithResults(
        ContractDocument document, IReadOnlyList<ResultFile> files, StatedEffects effects)
    {
        var problems = files.SelectMany(file => Usable(file.Problems, file.Path)).Concat(Usable(effects.Problems, document.Name)).ToArray();
        var catalog = new ResultOverlay(files).Of(document.Catalog!).With(effects.Effects);
        return new ContractDocument(
            document.Name, document.Path, catalog, null, document.Root, [.. document.Problems, .. problems])
        { Results = files };
    }

    private static ContractDocument OfResults(ResultFile file, string name, string? path, PositionedElement root)
    {
        var actions = file.Descriptions.Select(description => CatalogAction.Unknown(description.Slug).With(description));
        return new ContractDocument(name, path, new RecoupCatalog([.. actions]), null, root, Usable(file.Problems, name))
        {
            Results = [file],
            IsResultFile = true,
        };
    }

    /// <summary>
    /// Rejects documents with errors or ignored entries without a name, because missing parts would look like removals. A comparison judges
    /// an empty list itself.
    /// </summary>
    private static IReadOnlyList<Problem> Usable(IReadOnlyList<Problem> problems, string name)
    {
        var errors = problems
            .Where(problem => problem.Descriptor.Severity == ProblemSeverity.Error
                || (problem.Descriptor == CatalogProblems.NestedTooDeep && !NamesAction(problem)))
            .ToList();
        return errors.Count == 0
            ? [.. problems.Where(problem => problem.Descriptor != CatalogProblems.NoActions)]
            : throw new ContractException(
                string.Join("\n", errors.Select(error => (error with { Path = error.Path ?? name }).ToString())),
                new CatalogException(errors));
    }

    private static bool NamesAction(Problem problem) => problem.Pointer.Length == 0 && problem.Slug is { } slug && !slug.Contains(' ');
}
