using System.Diagnostics.CodeAnalysis;

namespace Recoup.Contracts.Rehearsals;

/// <summary>The tests ran with the stored catalog, but gave no result with the new one. The message says what is known.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Only the tool rehearses, and catches it.")]
internal sealed class UndecidedRehearsalException(string message) : Exception(message);
