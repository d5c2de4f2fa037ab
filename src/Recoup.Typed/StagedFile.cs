namespace Recoup.Typed;

/// <summary>
/// A file for an action. Stage it first with <c>POST /api/connectors/files</c>; the descriptor that answers is this value. Parameters
/// that the catalog shows as a string also take an address, which the server fetches itself.
/// </summary>
public sealed record StagedFile
{
    private StagedFile(string address) => Address = address;

    /// <summary>A staged file.</summary>
    /// <param name="name">Its name, for example <c>cover.png</c>.</param>
    /// <param name="mimeType">Its media type, for example <c>image/png</c>.</param>
    /// <param name="s3Key">The opaque key the file operation answered.</param>
    public StagedFile(string name, string mimeType, string s3Key)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(mimeType);
        ArgumentNullException.ThrowIfNull(s3Key);
        (Name, MimeType, S3Key) = (name, mimeType, s3Key);
    }

    /// <summary>The name; null for an address.</summary>
    public string? Name { get; }

    /// <summary>The media type; null for an address.</summary>
    public string? MimeType { get; }

    /// <summary>The opaque key of the staged file; null for an address.</summary>
    public string? S3Key { get; }

    /// <summary>The address the server fetches; null for a staged file.</summary>
    public string? Address { get; }

    /// <summary>A file the server fetches itself.</summary>
    /// <param name="address">An http or https address that the server can reach.</param>
    public static implicit operator StagedFile(string address) => FromAddress(address);

    /// <summary>A file the server fetches itself.</summary>
    /// <param name="address">An http or https address that the server can reach.</param>
    public static StagedFile FromAddress(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new StagedFile(address);
    }
}
