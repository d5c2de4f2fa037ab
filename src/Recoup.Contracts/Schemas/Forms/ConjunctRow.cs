namespace Recoup.Contracts.Schemas.Forms;

/// <summary>Keywords that two schemas cannot always share: if both have them, the two do not merge into one schema.</summary>
/// <param name="IsIn">Whether a schema has the keywords.</param>
/// <param name="Only">The keywords alone.</param>
/// <param name="Without">The schema without the keywords.</param>
internal sealed record ConjunctRow(Func<Form, bool> IsIn, Func<Form, Form> Only, Func<Form, Form> Without);
