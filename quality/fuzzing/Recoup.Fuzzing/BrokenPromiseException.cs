namespace Recoup.Fuzzing;

/// <summary>An input for which a reader does not do what it documents.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
