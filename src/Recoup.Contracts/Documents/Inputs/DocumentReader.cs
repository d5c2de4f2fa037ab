using System.Text.Json;
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
        if (utf8.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            throw new ContractException($"{name} is empty. Expected the response of GET /api/connectors/actions, or an OpenAPI document.");
        if (utf8.Span.TrimStart(" \t\r\n"u8).StartsWith("<"u8))
            throw new ContractException(
                $"{name}(1,1): expected JSON, got HTML or XML, so this is not a response of the API. Store the response of GET "
                    + $"/api/connectors/actions.");

        var text = PositionedJson.ParsePruned(utf8, out var error);
        if (text is { Root: var root } && error is null && (Has(root, "openapi") || Has(root, "swagger")))
        {
            var spec = ApiSpecReader.Read(utf8, path);
            return new ContractDocument(name, path, null, spec.Spec, spec.Spec.Source, Usable(spec.Problems, name));
        }

        var catalog = CatalogReader.Read(utf8, path);
        var first = catalog.Catalog.Actions.Count > 0 ? catalog.Catalog.Actions[0].Source.Document.Root : text?.Root ?? default;
        return new ContractDocument(name, path, catalog.Catalog, null, first, Usable(catalog.Problems, name));
    }

    private static bool Has(PositionedElement root, string name) => root[name].ValueKind != JsonValueKind.Undefined;

    /// <summary>Rejects documents with errors or ignored entries, because missing parts would look like removals.</summary>
    private static IReadOnlyList<Problem> Usable(IReadOnlyList<Problem> problems, string name)
    {
        var errors = problems
            .Where(problem => problem.Descriptor.Severity == ProblemSeverity.Error || problem.Descriptor == CatalogProblems.NestedTooDeep)
            .ToList();
        return errors.Count == 0
            ? problems
            : throw new ContractException(
                string.Join("\n", errors.Select(error => (error with { Path = error.Path ?? name }).ToString())),
                new CatalogException(errors));
    }
}
