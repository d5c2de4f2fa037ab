using Recoup.Binding.Types;
using Recoup.Catalogs;

namespace Recoup.Contracts.Levels.Source;

/// <summary>An action of two catalogs.</summary>
internal sealed class ActionSite(CatalogAction old, CatalogAction @new, Sides sides) : SourceSite
{
    protected override string Subject => old.Slug;

    public override SourcePlace Whole => At("");

    public override SourcePlace Result => At("/outputParameters");

    public override SourcePlace Parameter(MemberModel parameter) => At(parameter.WireName == BoundMethod.AdditionalWireName
        ? "/parameters/additionalProperties"
        : "/parameters/properties/" + Normalization.Place.Escape(parameter.WireName));

    private SourcePlace At(string pointer) => new(pointer, Locate(old, pointer, sides.Old), Locate(@new, pointer, sides.New));

    // What one side lacks is shown by the slug of the action.
    private static Location Locate(CatalogAction action, string pointer, ContractDocument document)
    {
        var (at, found) = pointer.Length > 0 && action.Source.TryResolve(pointer, out var part) ? (part, pointer) : (action.Source["slug"], "/slug");
        return new Location(document.Path ?? document.Name, DocumentPointer.Of(document, action) + found, at.Range);
    }
}
