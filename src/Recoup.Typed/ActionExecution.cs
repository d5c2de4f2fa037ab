using System.Text.Json;
using Recoup.Typed.Transport;

namespace Recoup.Typed;

/// <summary>The one way an action is executed, typed or not: the documented operation, and the envelope around its result.</summary>
internal sealed class ActionExecution(ApiTransport transport)
{
    public async Task<ActionResult<T>> ExecuteAsync<T>(
        string slug, JsonElement parameters, Func<ResultEnvelope, T> read, Guid? account, bool isGenerated, CancellationToken cancellationToken)
    {
        account ??= transport.Settings.Account;
        var request = RecoupApi.Requests.ExecuteConnectorAction(new ExecuteConnectorActionRequest
        {
            ActionSlug = slug,
            Parameters = parameters,
            AccountId = account,
        });
        request.Subject = new RequestSubject(slug, account, isGenerated);
        if (transport.Settings.ThrowOnUnsuccessfulResult)
            request.FindFailure = static response => ResultEnvelope.Of(response).Failure;

        var answer = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var envelope = ResultEnvelope.Of(answer);
        return new ActionResult<T>(read(envelope), envelope, answer.ExecutedAt);
    }
}
