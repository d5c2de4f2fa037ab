using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>The place of a part of a schema in its document.</summary>
/// <param name="Element">The value; undefined if the part is not in the document.</param>
/// <param name="Pointer">The JSON pointer below the schema that was read.</param>
internal readonly record struct Place(PositionedElement Element, string Pointer)
{
    public Place Below(PositionedElement element, string name) => new(element, JsonPointer.Append(Pointer, name));
}
