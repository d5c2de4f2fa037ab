namespace Recoup.Catalogs.Json;

/// <summary>Why a text is no JSON.</summary>
/// <param name="Message">What is wrong, one sentence without a full stop.</param>
/// <param name="Offset">The byte of the UTF-8 text at which it shows.</param>
internal sealed record JsonSyntaxError(string Message, int Offset);
