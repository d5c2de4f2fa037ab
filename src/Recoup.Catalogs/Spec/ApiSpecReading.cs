using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Spec;

/// <summary>What was read from a document's text: all that is usable, and what is wrong with the rest.</summary>
/// <param name="Spec">The usable operations and components.</param>
/// <param name="Problems">The problems, each with its place, in the order of the text.</param>
internal sealed record ApiSpecReading(ApiSpec Spec, IReadOnlyList<Problem> Problems);
