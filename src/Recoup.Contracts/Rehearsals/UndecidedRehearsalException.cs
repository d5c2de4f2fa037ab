namespace Recoup.Contracts.Rehearsals;

/// <summary>The tests ran with the stored catalog, but gave no result with the new one. The message says what is known.</summary>
internal sealed class UndecidedRehearsalException(string message) : Exception(message);
