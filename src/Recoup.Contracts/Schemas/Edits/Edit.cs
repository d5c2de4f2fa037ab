using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>One change of one keyword.</summary>
/// <param name="Keyword">The keyword; <see cref="WholeSchema"/> for the schema as a whole.</param>
/// <param name="Change">What was done, from old to new.</param>
/// <param name="Path">The schema it was done to.</param>
/// <param name="Message">What a person reads.</param>
/// <param name="Before">Where it stands in the old schema.</param>
/// <param name="After">Where it stands in the new schema.</param>
internal sealed record Edit(string Keyword, Change Change, FormPath Path, string Message, Place Before, Place After)
{
    /// <summary>Stands for a keyword where several changes only together mean something.</summary>
    public const string WholeSchema = "";

    /// <summary>Does to a schema what takes this part over from another one; null for an annotation, which changes no set of values.</summary>
    public Func<Form, Form, Form>? Take { get; init; }

    /// <summary>Whether both sides have the part, the pointer names where it is in the new document, else in the old.</summary>
    public string Pointer => After.Element.ValueKind != System.Text.Json.JsonValueKind.Undefined && Change != Change.Removed ? After.Pointer : Before.Pointer;
}
