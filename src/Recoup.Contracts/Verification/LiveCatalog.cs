using System.Text.Unicode;

namespace Recoup.Contracts.Verification;

/// <summary>The answer of the list of actions as a catalog.</summary>
internal static class LiveCatalog
{
    /// <exception cref="LiveApiException">The answer is no catalog.</exception>
    public static ContractDocument Read(LiveApi api, LiveAnswer answer)
    {
        if (!Utf8.IsValid(answer.Body.Span))
            throw new LiveApiException($"{api.Address} returned a catalog that is not UTF-8 text, as JSON must be. A proxy may have changed it. Check the address.");
        try
        {
            var document = ContractDocument.Read(answer.Body, api.Address.ToString());
            return document.Catalog is not null ? document : throw new LiveApiException($"{api.Address} returned an OpenAPI document where a catalog was expected. Check the address.");
        }
        catch (ContractException e)
        {
            throw new LiveApiException($"{api.Address} returned something that is not a catalog. {e.Message}", e);
        }
    }
}
