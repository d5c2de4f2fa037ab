using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>A change of one keyword.</summary>
/// <param name="Keyword">The keyword; <see cref="WholeSchema"/> for the schema as a whole.</param>
/// <param name="Change">How the keyword changed.</param>
/// <param name="Path">The path to the schema that changed.</param>
/// <param name="Message">The sentence that a person reads.</param>
/// <param name="Before">The place in the earlier schema.</param>
/// <param name="After">The place in the later schema.</param>
internal sealed record Edit(string Keyword, Change Change, FormPath Path, string Message, Place Before, Place After)
{
    /// <summary>Stands for a keyword where several changes only together mean something.</summary>
    public const string WholeSchema = "";

    /// <summary>
    /// Copies the changed part from another schema into a schema; null for an annotation, which does not affect the accepted values.
    /// </summary>
    public Func<Form, Form, Form>? Take { get; init; }

    /// <summary>The properties of the value at <see cref="Path"/> that the edit is about; empty if it is about the value itself.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>The pointer of the part in the later document, or in the earlier one if the part was removed.</summary>
    public string Pointer =>
        After.Element.ValueKind != System.Text.Json.JsonValueKind.Undefined && Change != Change.Removed ? After.Pointer : Before.Pointer;
}
