using System.Text.Json;
using Recoup.Contracts.Schemas.Edits;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts;

/// <summary>A change of one keyword between two schemas.</summary>
/// <param name="Keyword">
/// The keyword; empty for the schema as a whole, if several changes only together mean something or if a schema cannot be compiled.
/// </param>
/// <param name="Change">How the keyword changed.</param>
/// <param name="Message">The sentence that a person reads, without a period.</param>
/// <param name="BeforePointer">
/// The JSON pointer (RFC 6901) of the keyword in the earlier schema, or of the subschema that lacks it. Null if there is neither.
/// </param>
/// <param name="AfterPointer">The same in the later schema.</param>
/// <param name="Verdict">
/// The verdict on the change: <see cref="Verdict.Behavior"/> for an annotation, which does not decide which values are accepted.
/// </param>
/// <param name="Witness">
/// A value that the earlier schema accepts, and that the later one rejects because of this change. Null if the verdict is not
/// <see cref="Verdict.Breaking"/>, or if such a value is too large to write.
/// </param>
/// <param name="Reason">The reason for the verdict: how it was proved, or why it was not. Null if the message says it all.</param>
public sealed record SchemaEdit(
    string Keyword,
    Change Change,
    string Message,
    string? BeforePointer,
    string? AfterPointer,
    Verdict Verdict,
    Witness? Witness,
    string? Reason)
{
    internal static SchemaEdit Of(JudgedEdit judged) => new(
        judged.Edit.Keyword,
        judged.Edit.Change,
        judged.Edit.Message,
        PointerOf(judged.Edit.Before),
        PointerOf(judged.Edit.After),
        judged.Verdict,
        judged.Witness,
        judged.Reason);

    private static string? PointerOf(Place place) => place.Element.ValueKind == JsonValueKind.Undefined ? null : place.Pointer;
}
