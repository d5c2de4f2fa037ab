using Recoup.Emulator.Core.Scripting;

namespace Recoup.Emulator;

/// <summary>What a test scripts for staging the file at one address. The last word counts.</summary>
public sealed class FileStub
{
    private readonly FileScript _script;
    private readonly string _url;

    internal FileStub(FileScript script, string url) => (_script, _url) = (script, url);

    /// <summary>The file is there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="mimeType">Its media type. Documented, only images can be staged (D20).</param>
    public void Returns(string name, string mimeType) => _script.Set(_url, new FileOutcome { Name = name, MimeType = mimeType });

    /// <summary>The address cannot be reached: 400; deployed, 502 (D20).</summary>
    /// <param name="text">What fetching it said.</param>
    public void IsUnreachable(string text = "Not Found") => _script.Set(_url, new FileOutcome { Unreachable = text });

    /// <summary>The file cannot be stored: 502.</summary>
    /// <param name="text">What storing it said.</param>
    public void FailsUpstream(string text = "the storage failed.") => _script.Set(_url, new FileOutcome { Failure = text });

    /// <summary>The network fails between client and API.</summary>
    /// <param name="fault">How.</param>
    public void Fails(TransportFault fault) => _script.Set(_url, new FileOutcome { Fault = fault });
}
