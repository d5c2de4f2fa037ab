using Recoup.Catalogs.Spec;

namespace Recoup.Contracts.Verification;

/// <summary>Fetches a list. What is no list is no finding: nothing can be concluded from it.</summary>
internal static class LiveList
{
    /// <exception cref="LiveApiException">Something else than a list came; the message says what and what to do.</exception>
    public static async Task<LiveAnswer> FetchAsync(LiveApi api, ApiOperation operation, Guid? account, CancellationToken cancellation, Credential credential = Credential.Key)
    {
        var request = new LiveRequest(operation.Method, operation.Path) { Account = account?.ToString(), Credential = credential };
        var answer = await api.SendAsync(request, cancellation).ConfigureAwait(false);
        return answer is { Status: 200, IsHtml: false } && answer.Json.ValueKind == System.Text.Json.JsonValueKind.Object
            ? answer
            : throw new LiveApiException($"{api.Address}: {request.Operation} returned {WhatToDo(answer)}");
    }

    /// <summary>An answer as the beginning of a sentence, and what to do about it.</summary>
    private static string WhatToDo(LiveAnswer answer) => answer switch
    {
        { Status: 401 } => "401: the key in RECOUP_API_KEY is not accepted. Check that it belongs to this server and has not expired.",
        { Status: 403 } => "403: the key has no access to this account. Give the id of an account that it has access to.",
        { Status: >= 300 and < 400 } => FormattableString.Invariant($"{answer.Status}, a redirect to '{answer.Headers.GetValueOrDefault("Location")}'. Redirects are not followed, so that the key is sent to no other host. Give the final address."),
        { IsHtml: true } => FormattableString.Invariant($"{answer.Status} with an HTML page, which comes from a proxy, a login page or another site. Check the address."),
        { Status: 404 } => "404: there is no such path. Check that the address is the address of the API, without a path.",
        { Status: >= 500 } => $"{answer.Describe()}. The server or a proxy in front of it failed. Try again later.",
        _ => $"{answer.Describe()}, which is not a list as the contract documents it. Check the address.",
    };
}
