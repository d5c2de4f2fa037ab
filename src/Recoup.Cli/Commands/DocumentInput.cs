using Recoup.Catalogs.Files;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Contracts;
using Recoup.Contracts.Files;

namespace Recoup.Cli.Commands;

/// <summary>Reads the documents of a command: files, or standard input for <c>-</c>.</summary>
internal sealed class DocumentInput(Host host)
{
    private const string StandardInput = "-";
    private const string Name = "standard input";

    private bool _isRead;

    /// <summary>Reads a catalog or an OpenAPI document.</summary>
    /// <exception cref="ContractException">The input cannot be used.</exception>
    public Task<ContractDocument> LoadAsync(string path, CancellationToken cancellation) => InterruptibleRead.RunAsync(
        () => path == StandardInput ? ContractDocument.Read(ReadUtf8(path), Name) : ContractDocument.Load(path), cancellation);

    /// <summary>Reads text as UTF-8.</summary>
    /// <exception cref="Recoup.Catalogs.CatalogException">The input cannot be read as text.</exception>
    public Task<byte[]> ReadUtf8Async(string path, CancellationToken cancellation) =>
        InterruptibleRead.RunAsync(() => ReadUtf8(path), cancellation);

    /// <summary>The files that are read with a document.</summary>
    public static IReadOnlyList<string> FilesOf(string path) => path == StandardInput ? [] : CatalogFiles.Of(path);

    /// <summary>The name of an input in messages.</summary>
    public static string NameOf(string path) => path == StandardInput ? Name : path;

    private byte[] ReadUtf8(string path)
    {
        const string expected = "a catalog or an OpenAPI document";
        if (path != StandardInput)
            return TextFile.ReadUtf8(path, expected);
        if (_isRead)
            throw new UsageException("Standard input ('-') contains one document. Give the path of the other one.");
        _isRead = true;
        return TextFile.ReadUtf8(host.In, "The text in standard input");
    }
}
