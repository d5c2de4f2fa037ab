using Recoup.Binding.Types;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;

namespace Recoup.Contracts.Levels.Source;

/// <summary>An operation of two OpenAPI documents; null on both sides for the documents as a whole.</summary>
internal sealed class OperationSite(ApiOperation? old, ApiOperation? @new, SpecSite site) : SourceSite
{
    protected override string? Subject => site.Operation;

    public override SourcePlace Whole => At(site.Old, site.New);

    public override SourcePlace Result => At(site.Old["responses"], site.New["responses"]);

    public override SourcePlace Parameter(MemberModel parameter) => At(Find(old, site.Old, parameter), Find(@new, site.New, parameter));

    private static PositionedElement Find(ApiOperation? operation, PositionedElement source, MemberModel parameter) =>
        operation?.Parameters.FirstOrDefault(other => BoundMethod.WireName(other.Place.ToString(), other.Name) == parameter.WireName)?.Source ?? source["requestBody"];

    private SourcePlace At(PositionedElement before, PositionedElement after)
    {
        var (from, to) = site.Locate(before, after);
        return new SourcePlace((to ?? from)?.Pointer ?? "", from, to);
    }
}
