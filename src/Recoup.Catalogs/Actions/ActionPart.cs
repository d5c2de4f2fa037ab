using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Actions;

/// <summary>A part of an action, and where it is.</summary>
/// <param name="File">The file that describes the result, or null if the part is in the catalog.</param>
/// <param name="Pointer">The JSON pointer in that document.</param>
/// <param name="Element">The part.</param>
internal readonly record struct ActionPart(string? File, string Pointer, PositionedElement Element);
