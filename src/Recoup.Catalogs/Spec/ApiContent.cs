using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec;

/// <summary>A body in one of its media types.</summary>
/// <param name="MediaType">The media type as documented, with its parameters; may be a range such as <c>text/*</c>.</param>
/// <param name="Schema">The schema; undefined if there is none.</param>
internal sealed record ApiContent(string MediaType, PositionedElement Schema);
