namespace Recoup.Contracts.Schemas.Forms;

/// <summary>Ends the comparison of two schemas without a result. The message says why, as a part of a sentence.</summary>
internal sealed class UndecidedException(string reason) : Exception(reason);
