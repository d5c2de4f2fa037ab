using Microsoft.AspNetCore.WebUtilities;

namespace Recoup.Emulator.Core.Requests;

/// <summary>Reads the query parameter <c>account_id</c>. The first one wins; unknown parameters are ignored.</summary>
internal static class AccountQuery
{
    public static string? Read(string query)
    {
        if (query.Length <= 1)
            return null;
        foreach (var pair in new QueryStringEnumerable(query))
        {
            if (pair.DecodeName().Span.SequenceEqual("account_id"))
                return pair.DecodeValue().ToString();
        }
        return null;
    }
}
