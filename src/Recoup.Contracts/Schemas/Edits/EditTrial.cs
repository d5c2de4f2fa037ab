using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>An edit, tried alone.</summary>
/// <param name="Edit">The edit. It must affect the accepted values.</param>
/// <param name="From">The schema whose values must stay accepted.</param>
/// <param name="FromSide">The side of this schema.</param>
/// <param name="To">The other schema.</param>
/// <param name="ToSide">The side of the other schema.</param>
internal sealed record EditTrial(Edit Edit, Form From, Side FromSide, Form To, Side ToSide)
{
    private Form? _alone;
    private Form? _undone;

    /// <summary>The part of the first schema at the place of the edit.</summary>
    public Form Part { get; } = Edit.Path.Get(From, FromSide);

    /// <summary>The part of the other schema at the place of the edit.</summary>
    public Form Other { get; } = Edit.Path.Get(To, ToSide);

    /// <summary>The part of the first schema with the edit.</summary>
    public Form Changed => Edit.Take!(Part, Other);

    /// <summary>The first schema with this edit and no other.</summary>
    public Form Alone => _alone ??= Edit.Path.Replace(From, FromSide, part => Edit.Take!(part, Other));

    /// <summary>The other schema without this edit, and with all others.</summary>
    public Form Undone => _undone ??= Edit.Path.Replace(To, ToSide, part => Edit.Take!(part, Part));
}
