using System.Text.Json;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Checks;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Files;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Core.Stubs;

namespace Recoup.Emulator.Core.Operations;

/// <summary>POST /api/connectors/actions: checks slug, connection and parameters, in this order, and responds with the outcome.</summary>
internal sealed class ExecuteAction : OperationHandler
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

    public override async ValueTask<ApiResponse> RespondAsync(ApiCall call)
    {
        var (api, exchange) = (call.Api, call.Exchange);
        var slug = call.Text(SlugField);
        var parameters = call.Body.GetProperty(ParametersField);

        if (api.Catalog.Find(slug) is not { } entry)
            return api.Rules.WriteError(ApiError.ActionUnknown(slug));
        exchange.Slug = entry.Action.Slug; // the same text, which the journal need not keep once more
        if (new Availability(api.State, api.Rules, call.Owner, api.Catalog).Refusal(entry.Action) is { } unavailable)
            return api.Rules.WriteError(unavailable);
        var work = new SchemaWork();
        exchange.Violations = ParameterCheck.Violations(entry, parameters, api.Rules, work);
        if (ParameterCheck.Refusal(entry, parameters, exchange.Violations, api.State, api.Rules) is { } invalid)
            return api.Rules.WriteError(invalid);
        if (api.State.IsUpstreamDown || api.State.IsUpstreamDownFor(call.Owner))
            return api.Rules.WriteError(api.Rules.UpstreamFailure(ApiError.UpstreamFailed(slug, "the connector does not respond.")));

        exchange.Parameters = parameters = api.Rules.ParametersForProvider(entry.Action, parameters);
        if (api.Rules.StagesFilesOfParameters && entry.TakesFiles)
        {
            if (FilePositions.Stage(entry.Action.Parameters, parameters, url => Stage(api, url)) is not { } staged)
                return api.Rules.WriteError(new ApiError(ErrorCode.FileNotStaged, 500));
            exchange.Parameters = parameters = staged;
        }

        var stubCall = new StubCall(slug, call.Owner, parameters, call.Lifetime, work);
        exchange.LastStub = api.Stubs.Last;
        var (stub, step, miss) = await StepAsync(api, stubCall).ConfigureAwait(false);
        exchange.StubId = stub?.Id;
        if (step != ScriptStep.Default || stub is not null)
            exchange.LastStub = null;
        exchange.Outcome = miss is null ? step.Outcome.Name : $"{step.Outcome.Name}. {miss}";
        if (step == ScriptStep.Default)
            api.Rehearsal?.Sampled(slug);
        await WaitAsync(call, step.Delay).ConfigureAwait(false);

        // Before the outcome's own wait: a caller that gives up meanwhile does not undo what it has started.
        exchange.Executions = step.Outcome.Executions(api.Rules);
        await WaitAsync(call, step.Outcome.Duration(api.Rules)).ConfigureAwait(false);
        return await step.Outcome.RespondAsync(new Execution(entry, parameters)
        {
            Rules = api.Rules,
            Clock = api.Clock,
            Lifetime = call.Lifetime,
            Work = work,
            Samples = api.ResultSamples,
            LogId = api.Rules.ShowsLogId ? "log_" + api.Ids.Token("log", FormattableString.Invariant($"{exchange.Number}")) : null,
        }).ConfigureAwait(false);
    }

    private static Task WaitAsync(ApiCall call, TimeSpan time) =>
        time > TimeSpan.Zero ? Task.Delay(time, call.Api.Clock, call.Lifetime.Aborted) : Task.CompletedTask;

    private static EmulatedFile? Stage(ApiServices api, string url) =>
        api.Rules.IsFetched(url) && api.Files.Find(url) is { Fault: null } outcome && outcome.Refusal(url, api.Rules) is null
            ? api.Stage(url, outcome)
            : null;

    /// <summary>What a test has scripted, else what was recorded, else the default.</summary>
    /// <exception cref="RecoupEmulatorException">Neither, and that is a failure.</exception>
    private static async ValueTask<(Stub? Stub, ScriptStep Step, string? Miss)> StepAsync(ApiServices api, StubCall call)
    {
        if (await api.Stubs.TakeAsync(call).ConfigureAwait(false) is { } scripted)
            return (scripted.Stub, scripted.Step, null);
        var replay = api.Replays.Find(call);
        if (replay.Step is { } recorded)
            return (null, recorded, null);
        var mayBeSampled = replay.Miss is not null || !api.Stubs.IsStrict;
        return mayBeSampled && !replay.Fails
            ? (null, ScriptStep.Default, replay.Miss)
            : throw await api.Stubs.UnansweredAsync(call, replay.Miss).ConfigureAwait(false);
    }
}
