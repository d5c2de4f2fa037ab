using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Documents.Pairs;

namespace Recoup.Contracts.Documents.Source;

/// <summary>An action in two catalogs.</summary>
internal sealed class ActionSite(CatalogAction before, CatalogAction after, DocumentPair documents) : SourceSite
{
    protected override string Subject => before.Slug;

    public override SourcePlace Whole => At("");

    public override SourcePlace Result => At("/outputParameters") with { Values = [ValuePath.Result] };

    public override SourcePlace Parameter(MemberModel parameter) => At(parameter.WireName == BoundMethod.AdditionalWireName
        ? "/parameters/additionalProperties"
        : JsonPointer.Of("parameters", "properties", parameter.WireName)) with
    { Values = [BoundMethod.ValueOfAction(parameter)] };

    private SourcePlace At(string pointer) =>
        new(pointer, Locate(before, pointer, documents.Before), Locate(after, pointer, documents.After));

    // A missing part is located at the slug of the action.
    private static Location Locate(CatalogAction action, string pointer, ContractDocument document)
    {
        var part = action.PartAt(pointer);
        return new Location(part.File ?? document.Path ?? document.Name, part.Pointer, part.Element.Range);
    }
}
