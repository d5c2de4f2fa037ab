namespace Recoup.Typed.Transport;

/// <summary>A body is not as documented. It never leaves the client: the transport tells it as a <see cref="RecoupException"/>.</summary>
internal sealed class ResponseShapeException(string pointer, string expected, string actual)
    : Exception($"{(pointer.Length == 0 ? "the body" : pointer)} should be {expected} and is {actual}");
