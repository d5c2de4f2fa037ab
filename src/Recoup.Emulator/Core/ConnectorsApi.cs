using System.Text.Json;
using Recoup.Emulator.Core.Checks;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Exchanges;
using Recoup.Emulator.Core.Formats;
using Recoup.Emulator.Core.Messages;
using Recoup.Emulator.Core.Operations;
using Recoup.Emulator.Core.Requests;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Core.Rules;

namespace Recoup.Emulator.Core;

/// <summary>
/// The API: request -> authenticate -> read -> authorize -> behavior -> journal -> response. It implements the contract by hand, so that
/// it is a witness independent of the generated client.
/// </summary>
internal sealed class ConnectorsApi(ApiServices services)
{
    private readonly ApiRules _rules = services.Rules;

    /// <exception cref="RecoupEmulatorException">The test has an error, for example an unscripted call in strict mode.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled the request, or the emulator stops.</exception>
    public async ValueTask<ApiResponse> RespondAsync(ApiRequest request)
    {
        var operation = OperationTable.Find(_rules.MethodOf(request.Method), request.Path);
        var exchange = services.Journal.Begin(
            services.Clock.GetUtcNow(),
            operation?.Name ?? $"{Excerpt.Of(request.Method)} {Excerpt.Of(request.Path)}",
            services.Epoch);
        try
        {
            var response = operation is null
                ? _rules.Unrouted(request) ?? throw OperationTable.Unrouted(request)
                : WithResponseHeaders(await HandleAsync(operation, request, exchange).ConfigureAwait(false));
            services.Journal.Complete(exchange, response, services.Clock.GetUtcNow());
            if (response.Fault == TransportFault.Hang)
                await HangAsync(request.Lifetime.Aborted).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException)
        {
            Fail(exchange, "The caller canceled the request before the response.");
            throw;
        }
        catch (RecoupEmulatorException exception)
        {
            Fail(exchange, exception.Message);
            throw;
        }
        catch (Exception exception)
        {
            var error = new RecoupEmulatorException($"The emulator failed at {exchange.Operation}: {exception.Message}", exception);
            Fail(exchange, error.Message);
            throw error;
        }
        finally
        {
            if (services.Rehearsal is { } rehearsal)
                RehearsalRecord.Write(rehearsal, exchange);
        }
    }

    private void Fail(Exchange exchange, string reason) => services.Journal.Fail(exchange, reason, services.Clock.GetUtcNow());

    private async Task HangAsync(CancellationToken aborted)
    {
        // The caller's timeout may run on the emulator's clock, which nothing else would advance now.
        (services.Clock as EmulatorClock)?.AdvanceUntil(aborted);
        await Task.Delay(Timeout.InfiniteTimeSpan, aborted).ConfigureAwait(false);
    }

    private async ValueTask<ApiResponse> HandleAsync(OperationHandler operation, ApiRequest request, Exchange exchange)
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
            (body, var error) = await RequestBody.ReadAsync(
                request, services.MaxRequestBodySize, services.MaxDepth, _rules.ReplacesInvalidUtf8).ConfigureAwait(false);
            operation.Describe(body, exchange);
            error = error is null ? shape.Check(body, _rules) : Unreadable(request, error);
            if (error is not null)
                return _rules.WriteError(error);
        }

        var named = operation.NamedAccount(request, body);
        if (named is not null && !_rules.IsAccountId(named))
            return _rules.WriteError(ApiError.QueryAccountInvalid(named));

        var owner = AccountCheck.Owner(caller, named, operation.Access, services.State, _rules);
        if (owner is null)
            return _rules.WriteError(ApiError.AccessDenied(named!));
        exchange.Account = owner;

        var call = new ApiCall(services, exchange, request.Lifetime) { Owner = owner, NamesAccount = named is not null, Body = body };
        return await operation.RespondAsync(call).ConfigureAwait(false);
    }

    private ApiError Unreadable(ApiRequest request, ApiError error) =>
        error.Code == ErrorCode.BodyMalformed ? _rules.MalformedBody(request, error) : error;

    private ApiResponse WithResponseHeaders(ApiResponse response) =>
        _rules.ResponseHeaders.Count == 0 ? response : response with { Headers = [.. _rules.ResponseHeaders, .. response.Headers] };
}
