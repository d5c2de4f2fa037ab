using System.Globalization;
using System.Runtime.CompilerServices;
using Recoup.Catalogs;

namespace Recoup.Contracts.Documents.Pairs;

/// <summary>The JSON pointers of the actions in a catalog document.</summary>
internal static class ActionPointers
{
    private static readonly ConditionalWeakTable<ContractDocument, Dictionary<int, string>> Known = [];

    public static string Of(ContractDocument document, CatalogAction action) =>
        Known.GetValue(document, Index).TryGetValue(action.Source.Offset, out var pointer) ? pointer : "";

    private static Dictionary<int, string> Index(ContractDocument document)
    {
        var pointers = new Dictionary<int, string>();
        var index = 0;
        foreach (var item in document.Root["actions"].EnumerateArray())
            pointers[item.Offset] = "/actions/" + (index++).ToString(CultureInfo.InvariantCulture);
        return pointers;
    }
}
