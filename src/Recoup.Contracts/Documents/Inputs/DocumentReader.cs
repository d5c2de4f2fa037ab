using System.Text;
using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Reading;
using Recoup.Catalogs.Spec;

namespace Recoup.Contracts.Documents.Inputs;

/// <summary>Reads a file or text into a <see cref="ContractDocument"/>.</summary>
internal static class DocumentReader
{
    public static ContractDocument Load(string path)
    {
        if (path.Length == 0)
            throw new ContractException("The path of a file is empty. Give the path of a catalog or an OpenAPI document.");
        if (Directory.Exists(path))
            throw new ContractException($"'{path}' is a folder. Give the path of a catalog or an OpenAPI document.");
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ContractException($"There is no file '{path}': looked for {Path.GetFullPath(path)}. Give the path of a catalog or an OpenAPI document.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ContractException($"The file '{path}' cannot be opened: {e.Message}", e);
        }

        return Read(ToUtf8(bytes, path), path, path);
    }

    public static ContractDocument Read(ReadOnlyMemory<byte> utf8, string name, string? path)
    {
        if (utf8.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            throw new ContractException($"{name} is empty. Expected the response of GET /api/connectors/actions, or an OpenAPI document.");
        if (utf8.Span.TrimStart(" \t\r\n"u8).StartsWith("<"u8))
            throw new ContractException($"{name}(1,1): expected JSON, got HTML or XML, so this is not a response of the API. Store the response of GET /api/connectors/actions.");

        var text = PositionedJson.Parse(utf8, out var error);
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

    /// <summary>Rejects documents with errors, because missing parts would look like removals.</summary>
    private static IReadOnlyList<Problem> Usable(IReadOnlyList<Problem> problems, string name)
    {
        var errors = problems.Where(problem => problem.Descriptor.Severity == ProblemSeverity.Error).ToList();
        return errors.Count == 0
            ? problems
            : throw new ContractException(string.Join("\n", errors.Select(error => (error with { Path = error.Path ?? name }).ToString())), new CatalogException(errors));
    }

    private static ReadOnlyMemory<byte> ToUtf8(byte[] bytes, string path)
    {
        try
        {
            if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
                return Encoding.UTF8.GetBytes(new UnicodeEncoding(false, true, true).GetString(bytes, 2, bytes.Length - 2));
            if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
                return Encoding.UTF8.GetBytes(new UnicodeEncoding(true, true, true).GetString(bytes, 2, bytes.Length - 2));
            if (bytes.AsSpan(0, Math.Min(bytes.Length, 4)).Contains((byte)0))
                throw new ContractException($"The file '{path}' looks like UTF-16 or UTF-32 without a byte order mark. Store it in UTF-8.");
            _ = new UTF8Encoding(false, true).GetCharCount(bytes);
            return bytes;
        }
        catch (DecoderFallbackException e)
        {
            throw new ContractException($"The file '{path}' is not UTF-8 text. Store it in UTF-8.", e);
        }
    }
}
