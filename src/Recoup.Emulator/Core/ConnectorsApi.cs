using System.Text.Json;
using Recoup.Emulator.Core.Authentication;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Operations;
using Recoup.Emulator.Core.Reading;

namespace Recoup.Emulator.Core;

/// <summary>
/// The API: request -> authenticate -> read -> authorize -> behavior -> journal -> answer. It knows the contract by itself, as a witness
/// independent of the generated client.
/// </summary>
internal sealed class ConnectorsApi(ApiServices services)
{
    private readonly ApiRules _rules = services.Rules;

    /// <exception cref="RecoupEmulatorException">The emulator complains about the test.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up, or the emulator stops.</exception>
    public async ValueTask<ApiAnswer> AnswerAsync(ApiRequest request)
    {
        var operation = OperationTable.Find(_rules.MethodOf(request.Method), request.Path);
        var exchange = services.Journal.Begin(
            services.Clock.GetUtcNow(), operation?.Name ?? $"{Complaints.Shorten(request.Method)} {Complaints.Shorten(request.Path)}");
        try
        {
            var answer = operation is null
                ? _rules.Unrouted(request) ?? throw Complaints.Unrouted(request)
                : WithReplyHeaders(await HandleAsync(operation, request, exchange).ConfigureAwait(false));
            services.Journal.Answered(exchange, answer);
            if (answer.Fault == TransportFault.Hang)
                await HangAsync(request.Lifetime.Aborted).ConfigureAwait(false);
            return answer;
        }
        catch (OperationCanceledException)
        {
            services.Journal.Unanswered(exchange, "The caller gave up before the answer.");
            throw;
        }
        catch (Exception exception)
        {
            var complaint = exception as RecoupEmulatorException
                ?? new RecoupEmulatorException($"The emulator failed at {exchange.Operation}: {exception.Message}", exception);
            services.Journal.Unanswered(exchange, complaint.Message);
            if (complaint == exception)
                throw;
            throw complaint;
        }
        finally
        {
            services.Journal.End(exchange);
        }
    }

    private async Task HangAsync(CancellationToken aborted)
    {
        // The caller's patience may be measured on the emulator's clock, which would stand still now.
        (services.Clock as EmulatorClock)?.PassFor(aborted);
        await Task.Delay(Timeout.InfiniteTimeSpan, aborted).ConfigureAwait(false);
    }

    private async ValueTask<ApiAnswer> HandleAsync(ApiOperation operation, ApiRequest request, Exchange exchange)
    {
        var (caller, refusal) = _rules.Authenticate(request.ApiKey, request.Authorization, services.State);
        if (caller is null)
            return _rules.WriteError(refusal!);
        exchange.Caller = exchange.Account = caller;

        var body = default(JsonElement);
        if (operation.Shape is { } shape)
        {
            if (_rules.RequiresJsonContentType && !MediaType.IsJson(request.ContentType))
                return _rules.WriteError(ApiError.ContentTypeWrong(request.ContentType));
            (body, var error) = await RequestBody.ReadAsync(request, services.MaxRequestBodySize, services.MaxDepth).ConfigureAwait(false);
            operation.Describe(body, exchange);
            error = error is null ? shape.Check(body, _rules) : Unreadable(operation, error);
            if (error is not null)
                return _rules.WriteError(error);
        }

        var named = operation.NamedAccount(request, body);
        if (named is not null && !_rules.IsAccountId(named))
            return _rules.WriteError(ApiError.QueryAccountInvalid(named));

        var owner = Authorization.Owner(caller, named, operation.Access, services.State, _rules);
        if (owner is null)
            return _rules.WriteError(ApiError.AccessDenied(named!));
        exchange.Account = owner;

        var call = new ApiCall(services, exchange, request.Lifetime) { Owner = owner, NamesAccount = named is not null, Body = body };
        return await operation.AnswerAsync(call).ConfigureAwait(false);
    }

    private ApiError Unreadable(ApiOperation operation, ApiError error) =>
        error.Code == ErrorCode.BodyMalformed ? _rules.MalformedBody(operation, error) : error;

    private ApiAnswer WithReplyHeaders(ApiAnswer answer) =>
        _rules.ReplyHeaders.Count == 0 ? answer : answer with { Headers = [.. _rules.ReplyHeaders, .. answer.Headers] };
}
