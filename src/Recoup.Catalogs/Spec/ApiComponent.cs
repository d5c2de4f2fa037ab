using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec;

/// <summary>A schema that a document shares under <c>#/components/schemas</c>.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Schema">The schema.</param>
internal sealed record ApiComponent(string Name, PositionedElement Schema);
