using System.Diagnostics.CodeAnalysis;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>Ends the comparison of two schemas without a result. The message says why, as a part of a sentence.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "The comparison catches it; no caller sees it.")]
internal sealed class UndecidedException(string reason) : Exception(reason);
