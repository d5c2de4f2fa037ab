using System.Diagnostics.CodeAnalysis;

namespace Recoup.Typed.Generated;

/// <summary>A body is not as documented. It never leaves the client: the transport turns it into a <see cref="RecoupException"/>.</summary>
[SuppressMessage("Design", "CA1064", Justification = "The client catches it; no caller sees it.")]
internal sealed class ResponseShapeException(JsonLocation? location, string expected, string actual, string root = "the body")
    : Exception($"{(location is null ? root : JsonLocation.Pointer(location))} must be {expected}, but is {actual}");
