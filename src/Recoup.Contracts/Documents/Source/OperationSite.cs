using Recoup.Binding.Types;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Documents.Wire;

namespace Recoup.Contracts.Documents.Source;

/// <summary>An operation in two OpenAPI documents; null on both sides for the documents as a whole.</summary>
internal sealed class OperationSite(ApiOperation? before, ApiOperation? after, SpecSite site) : SourceSite
{
    protected override string? Subject => site.Operation;

    public override SourcePlace Whole => At(site.Before, site.After);

    public override SourcePlace Result => At(site.Before["responses"], site.After["responses"]) with { Values = [ValuePath.Result] };

    public override SourcePlace Parameter(MemberModel parameter) =>
        At(Find(before, site.Before, parameter), Find(after, site.After, parameter)) with
        {
            Values = [BoundMethod.ValueOfOperation(parameter)],
        };

    private static PositionedElement Find(ApiOperation? operation, PositionedElement source, MemberModel parameter) =>
        operation?.Parameters.FirstOrDefault(other =>
            ParameterKey.Of(other, PathShape.Of(operation.Path)) == parameter.WireName)?.Source ?? source["requestBody"];

    private SourcePlace At(PositionedElement before, PositionedElement after)
    {
        var (from, to) = site.Locate(before, after);
        return new SourcePlace((to ?? from)?.Pointer ?? "", from, to);
    }
}
