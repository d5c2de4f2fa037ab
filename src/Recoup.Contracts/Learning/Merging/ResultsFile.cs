using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Learning.Merging;

/// <summary>A file of result schemas: <c>{"results": {"SLUG": {schema}}}</c>.</summary>
internal sealed class ResultsFile
{
    private const string Results = "results";

    private readonly PositionedJson _document;

    private ResultsFile(PositionedJson document, string name) => (_document, Name) = (document, name);

    /// <summary>A file without schemas.</summary>
    public static ResultsFile Empty(string name) => Read("{\n  \"results\": {}\n}\n"u8.ToArray(), name);

    /// <summary>The name in messages.</summary>
    public string Name { get; }

    public PositionedJson Document => _document;

    /// <summary>The text as UTF-8, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Text => _document.Utf8;

    /// <summary>The object of the schemas.</summary>
    public PositionedElement Schemas => _document.Root[Results];

    /// <summary>The schema of an action; undefined if there is none.</summary>
    public PositionedElement this[string slug] => Schemas[slug];

    /// <summary>Reads a file.</summary>
    /// <exception cref="ContractException">The file cannot be read, or is no file of result schemas.</exception>
    public static ResultsFile Load(string path)
    {
        try
        {
            return Read(TextFile.ReadUtf8(path, "a file of result schemas"), path);
        }
        catch (CatalogException e)
        {
            throw new ContractException(e.Message, e);
        }
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="ContractException">The text is no file of result schemas.</exception>
    public static ResultsFile Read(ReadOnlyMemory<byte> utf8, string name)
    {
        const string expected = "expected {\"results\": {\"SLUG\": {a JSON Schema}}}";
        var document = PositionedJson.Parse(utf8, out var error);
        if (error is not null)
            throw new ContractException($"{name}{PositionedJson.PositionIn(utf8, error.Offset)}: {expected}, but {error.Message}.");
        var file = new ResultsFile(document!, name);
        if (file.Schemas.ValueKind != JsonValueKind.Object)
        {
            throw new ContractException(
                $"{file.At(document!.Root)}: {expected}, got {ValueDescription.OfMember(document.Root, Results)}.");
        }

        foreach (var schema in file.Schemas.EnumerateObject())
        {
            if (schema.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False))
            {
                throw new ContractException(
                    $"{file.At(schema.Value)}: the schema of '{schema.Name}' is {ValueDescription.Of(schema.Value)}: expected an object.");
            }
        }

        return file;
    }

    /// <summary>The place of a value in messages.</summary>
    public string At(PositionedElement value) => Name + value.Range;
}
