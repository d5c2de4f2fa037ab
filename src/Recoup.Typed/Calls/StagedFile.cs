using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Recoup.Typed;

/// <summary>
/// A file for an action. Stage it first with <c>POST /api/connectors/files</c>, which returns its descriptor. A parameter that is a string
/// in the catalog also accepts an address, from which the server fetches the file.
/// </summary>
[JsonConverter(typeof(StagedFileJsonConverter))]
public sealed record StagedFile
{
    private StagedFile(string address) => Address = address;

    /// <summary>Initializes a staged file.</summary>
    /// <param name="name">The name, for example <c>cover.png</c>.</param>
    /// <param name="mimeType">The media type, for example <c>image/png</c>.</param>
    /// <param name="s3Key">The opaque key that the file operation returned.</param>
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

    /// <summary>The address from which the server fetches the file; null for a staged file.</summary>
    public string? Address { get; }

    /// <summary>Converts the address of a file that the server fetches.</summary>
    /// <param name="address">An http or https address that the server can reach.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "FromAddress is the named alternative of the conversion.")]
    public static implicit operator StagedFile(string address) => FromAddress(address);

    /// <summary>Creates a file that the server fetches from an address.</summary>
    /// <param name="address">An http or https address that the server can reach.</param>
    public static StagedFile FromAddress(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new StagedFile(address);
    }
}
