using Recoup.Emulator.Core.Files;

namespace Recoup.Emulator;

/// <summary>Scripts the staging of the file at one URL. The last script wins.</summary>
public sealed class FileStub
{
    private readonly FileScript _script;
    private readonly string _url;

    internal FileStub(FileScript script, string url) => (_script, _url) = (script, url);

    /// <summary>The file can be staged.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="mimeType">The media type of the file. In documented behavior, only images can be staged (D20).</param>
    public void Returns(string name, string mimeType) => _script.Set(_url, new FileOutcome { Name = name, MimeType = mimeType });

    /// <summary>The URL cannot be reached: 400, or in deployed behavior 502 (D20).</summary>
    /// <param name="text">The message of the failed download.</param>
    public void IsUnreachable(string text = "Not Found") => _script.Set(_url, new FileOutcome { Unreachable = text });

    /// <summary>The file cannot be stored: 502.</summary>
    /// <param name="text">The message of the storage.</param>
    public void FailsUpstream(string text = "the storage failed.") => _script.Set(_url, new FileOutcome { Failure = text });

    /// <summary>The network between client and API fails.</summary>
    /// <param name="fault">The fault.</param>
    public void Fails(TransportFault fault) => _script.Set(_url, new FileOutcome { Fault = fault });
}
