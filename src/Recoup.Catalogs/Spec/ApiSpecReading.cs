using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Spec;

/// <summary>The usable part of an OpenAPI document, and what is wrong with the rest.</summary>
/// <param name="Spec">The usable operations and components.</param>
/// <param name="Problems">The problems, each with its position, in the order of the text.</param>
internal sealed record ApiSpecReading(ApiSpec Spec, IReadOnlyList<Problem> Problems);
