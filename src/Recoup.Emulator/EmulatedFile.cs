namespace Recoup.Emulator;

/// <summary>A staged file: the descriptor that POST /api/connectors/files answers and an action's parameter takes.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="MimeType">Its media type.</param>
/// <param name="S3Key">Its key, which the emulator remembers: a descriptor with another key is refused.</param>
public sealed record EmulatedFile(string Name, string MimeType, string S3Key);
