using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Names.Overrides;

/// <summary>The usable part of a names file, and what is wrong with the rest.</summary>
/// <param name="Overrides">The usable overrides.</param>
/// <param name="Document">The text with positions, or null if it is not JSON.</param>
/// <param name="Problems">The problems, each with its position.</param>
internal sealed record NameOverridesReading(NameOverrides Overrides, PositionedJson? Document, IReadOnlyList<Problem> Problems);
