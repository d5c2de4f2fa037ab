using System.Text.Json;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Outcomes;
using Recoup.Emulator.Core.Reading;
using Recoup.Emulator.Core.Scripting;

namespace Recoup.Emulator.Core.Operations;

/// <summary>POST /api/connectors/actions: slug, connection and parameters are checked, in this order; then the outcome follows.</summary>
internal sealed class ExecuteAction : ApiOperation
{
    private const string SlugField = "actionSlug";
    private const string ParametersField = "parameters";

    public override string Method => "POST";

    public override string Path => "/api/connectors/actions";

    public override BodyShape Shape { get; } = new(
        new(SlugField, BodyFieldKind.Text, IsRequired: true, "GMAIL_FETCH_EMAILS", "GOOGLESHEETS_WRITE_SPREADSHEET"),
        new(ParametersField, BodyFieldKind.Object, IsRequired: true),
        new(AccountField, BodyFieldKind.AccountId));

    public override void Describe(JsonElement body, Exchange exchange)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return;
        if (body.TryGetProperty(SlugField, out var slug) && slug.ValueKind == JsonValueKind.String)
            exchange.Slug = slug.GetString();
        if (body.TryGetProperty(ParametersField, out var parameters))
            exchange.Parameters = parameters;
    }

    public override async ValueTask<ApiAnswer> AnswerAsync(ApiCall call)
    {
        var (api, exchange) = (call.Api, call.Exchange);
        var slug = call.Text(SlugField);
        var parameters = call.Body.GetProperty(ParametersField);

        if (api.Catalog.Find(slug) is not { } entry)
            return api.Rules.WriteError(ApiError.ActionUnknown(slug));
        if (new Availability(api, call.Owner).Refusal(entry.Action) is { } refusal)
            return api.Rules.WriteError(refusal);
        if (ParameterCheck.Refusal(api, entry, parameters, exchange) is { } violation)
            return api.Rules.WriteError(violation);
        if (api.State.IsUpstreamDown || api.State.IsUpstreamDownFor(call.Owner))
            return api.Rules.WriteError(api.Rules.UpstreamFailure(ApiError.UpstreamFailed(slug, "the connector does not answer.")));

        var step = api.Stubs.Take(new StubCall(slug, call.Owner, parameters)) ?? ScriptStep.Default;
        exchange.Outcome = step.Outcome.Name;
        var delay = step.Delay + step.Outcome.Patience;
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay, api.Clock, call.Lifetime.Aborted).ConfigureAwait(false);

        exchange.Executed = step.Outcome.Executes;
        return step.Outcome.Answer(new OutcomeContext(api, entry, parameters));
    }
}
