namespace Recoup.Emulator;

/// <summary>A staged file: the descriptor that POST /api/connectors/files returns and that parameters of actions take.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="MimeType">The file's media type.</param>
/// <param name="S3Key">The file's key. The emulator refuses descriptors with unknown keys.</param>
public sealed record EmulatedFile(string Name, string MimeType, string S3Key);
