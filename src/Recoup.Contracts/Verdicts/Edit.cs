using Recoup.Contracts.Normalization;

namespace Recoup.Contracts.Verdicts;

/// <summary>One change of one keyword.</summary>
/// <param name="Rule">What kind of change it is.</param>
/// <param name="Change">What was done, from old to new.</param>
/// <param name="Path">The schema it was done to.</param>
/// <param name="Message">What a person reads.</param>
/// <param name="Old">Where it stands in the old schema.</param>
/// <param name="New">Where it stands in the new schema.</param>
internal sealed record Edit(Rule Rule, Change Change, FormPath Path, string Message, Place Old, Place New)
{
    /// <summary>Does to a schema what takes this part over from another one; null for an annotation, which changes no set of values.</summary>
    public Func<Form, Form, Form>? Take { get; init; }

    /// <summary>Whether both sides have the part, the pointer names where it is in the new document, else in the old.</summary>
    public string Pointer => New.Element.ValueKind != System.Text.Json.JsonValueKind.Undefined && Change != Change.Removed ? New.Pointer : Old.Pointer;
}
