using System.Text.Unicode;

namespace Recoup.Contracts.Live.Api;

/// <summary>Reads the list of actions as a catalog.</summary>
internal static class LiveCatalog
{
    /// <exception cref="LiveApiException">The response is not a catalog.</exception>
    public static ContractDocument Read(LiveApi api, LiveResponse response)
    {
        if (!Utf8.IsValid(response.Body.Span))
            throw new LiveApiException(
                $"{api.Address} returned a catalog that is not UTF-8 text, as JSON must be. A proxy may have changed it. Check the "
                    + $"address.");
        try
        {
            var document = ContractDocument.Read(response.Body, api.Address.ToString());
            return document.Catalog is not null
                ? document
                : throw new LiveApiException(
                    $"{api.Address} returned an OpenAPI document where a catalog was expected. Check the address.");
        }
        catch (ContractException e)
        {
            throw new LiveApiException($"{api.Address} returned something that is not a catalog. {e.Message}", e);
        }
    }
}
