using System.Text.Json;
using Recoup.Typed.Generated;
using Recoup.Typed.Transport;

namespace Recoup.Typed.Execution;

/// <summary>Executes actions, whether their calls are typed or not, and opens the envelope around the result.</summary>
internal sealed class ActionExecution(ApiTransport transport)
{
    public async Task<ActionResult<T>> ExecuteAsync<T>(
        string slug, JsonElement parameters, Func<ResultEnvelope, T> read, Guid? account, bool isGenerated,
         CancellationToken cancellationToken)
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
            request.FindFailure = FindFailure;

        var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var envelope = ResultEnvelopeReader.Read(response);
        return new ActionResult<T>(read(envelope), envelope, response.ExecutedAt);
    }

    private static ActionFailure? FindFailure(ExecuteConnectorActionResponse response)
    {
        var envelope = ResultEnvelopeReader.Read(response);
        return envelope.Successful ? null : new ActionFailure(envelope.Error, envelope.Result);
    }
}
