using System.Globalization;
using Recoup.Catalogs.Spec;

namespace Recoup.Contracts.Live.Api;

/// <summary>Fetches a list. Any other response is an exception and not a finding, because nothing can be concluded from it.</summary>
internal static class LiveList
{
    /// <exception cref="LiveApiException">The response is not a list. The message says what it is and what to do.</exception>
    public static async Task<LiveResponse> FetchAsync(
        LiveApi api, ApiOperation operation, Guid? account, CancellationToken cancellation)
    {
        var request = new LiveRequest(operation.Method, operation.Path) { Account = account?.ToString() };
        return Required(api, request, await api.SendAsync(request, cancellation).ConfigureAwait(false));
    }

    /// <exception cref="LiveApiException">The response is not a list. The message says what it is and what to do.</exception>
    public static LiveResponse Required(LiveApi api, LiveRequest request, LiveResponse response) =>
        response is { Status: 200, IsHtml: false } && response.Json.ValueKind == System.Text.Json.JsonValueKind.Object
            ? response
            : throw new LiveApiException($"{api.Address}: {request.Operation} returned {WhatToDo(response)}");

    /// <summary>Describes a response as part of a sentence, and says what to do.</summary>
    private static string WhatToDo(LiveResponse response) => response switch
    {
        { Status: 401 } => "401: the key in RECOUP_API_KEY is not accepted. Check that it belongs to this server and has not expired.",
        { Status: 403 } => "403: the key has no access to this account. Give the id of an account that it has access to.",
        { Status: >= 300 and < 400 } =>
            string.Create(CultureInfo.InvariantCulture,
                $"{response.Status}, a redirect to '{response.Headers.GetValueOrDefault("Location")}'. Redirects are not followed, so "
                    + $"that the key is sent to no other host. Give the final address."),
        { Limit: { } limit } => limit,
        { IsHtml: true } =>
            string.Create(CultureInfo.InvariantCulture,
                $"{response.Status} with an HTML page, which comes from a proxy, a login page or another site. Check the address."),
        { Status: 404 } => "404: there is no such path. Check that the address is the address of the API, without a path.",
        { Status: >= 500 } => $"{response.Describe()}. The server or a proxy in front of it failed. Try again later.",
        _ => $"{response.Describe()}, which is not a list as the contract documents it. Check the address.",
    };
}
