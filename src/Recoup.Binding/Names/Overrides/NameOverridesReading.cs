using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Names.Overrides;

/// <summary>What was read from a names file: all that is usable, and what is wrong with the rest.</summary>
/// <param name="Overrides">The usable overrides.</param>
/// <param name="Document">The text with positions, or null where nothing could be read.</param>
/// <param name="Problems">The problems, each with its place.</param>
internal sealed record NameOverridesReading(NameOverrides Overrides, PositionedJson? Document, IReadOnlyList<Problem> Problems);
