using System.Text.Json;
using Microsoft.Extensions.AI;
using Recoup.AI.Dialects;
using Recoup.AI.Tools;
using Recoup.Catalogs;

namespace Recoup.AI;

/// <summary>A connector action as a tool of a model. <see cref="RecoupTools"/> creates it.</summary>
/// <remarks>
/// An error that a model can correct comes back as a result, not as an exception: a JSON object with <c>error</c> (a short code),
/// <c>message</c>, and
/// <c>mayHaveExecuted</c> if the action may have been executed nevertheless. If the connector is not connected, the result has
/// <c>authorizeUrl</c>. An invalid credential (401), a refused account (403) and a cancellation by the caller are exceptions.
/// </remarks>
public sealed class ActionTool : AIFunction
{
    private readonly CatalogAction _action;
    private readonly ToolProjection _projection;
    private readonly ActionRunner _runner;
    private readonly RecoupToolOptions _options;

    internal ActionTool(CatalogAction action, ToolProjection projection, ActionRunner runner, RecoupToolOptions options)
    {
        (_action, _projection, _runner, _options) = (action, projection, runner, options);
        AdditionalProperties = projection.Properties;
    }

    /// <summary>The slug of the action. <see cref="Name"/> is the same text, unless the provider does not accept it as a name.</summary>
    public string Slug => _action.Slug;

    /// <summary>The slug of the connector; empty if the catalog names none.</summary>
    public string Connector => _action.ConnectorSlug;

    /// <summary>What the action does at the third-party service.</summary>
    public ActionEffect Effect => _action.Effect;

    /// <inheritdoc/>
    public override string Name => _projection.Name;

    /// <summary>The description of the action, followed by what the dialect's schema cannot say.</summary>
    public override string Description => _projection.Description;

    /// <summary>The schema of the action's parameters in the dialect.</summary>
    public override JsonElement JsonSchema => _projection.Schema;

    /// <summary>For OpenAI's dialects <c>strict</c>, which its client reads; otherwise empty.</summary>
    public override IReadOnlyDictionary<string, object?> AdditionalProperties { get; }

    /// <summary>The display name of the action; null if it only repeats the slug.</summary>
    internal string? Title => _action.Name == Slug || string.IsNullOrWhiteSpace(_action.Name) ? null : _action.Name;

    /// <summary>Whether the schema accepts more than the action does, because the dialect cannot say all.</summary>
    internal bool IsLoosened => _projection.Losses.Count > 0;

    /// <summary>Executes the action with arguments in the form of the dialect.</summary>
    internal async Task<ToolResult> RunAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        using var telemetry = ToolTelemetry.Start(this);
        try
        {
            var result = ToolArguments.TryRead(arguments, _projection, JsonSerializerOptions, out var parameters, out var problem)
                ? await _runner.RunAsync(_action, parameters, AccountOf(arguments), cancellationToken).ConfigureAwait(false)
                : ToolResult.Failure(ToolErrors.InvalidArguments, problem);
            telemetry.Ended(result);
            return result;
        }
        catch (Exception exception)
        {
            telemetry.Failed(exception);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        (await RunAsync(arguments, cancellationToken).ConfigureAwait(false)).Content;

    private Guid? AccountOf(AIFunctionArguments arguments) => _options.AccountOfCall?.Invoke(arguments) ?? _options.Account;
}
