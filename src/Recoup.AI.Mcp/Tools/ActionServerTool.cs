using System.Text.Json;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Recoup.AI.Tools;
using Recoup.Catalogs;
using Recoup.Typed;

namespace Recoup.AI.Mcp.Tools;

/// <summary>An action as a tool of an MCP server.</summary>
internal sealed class ActionServerTool(ActionTool action) : McpServerTool
{
    /// <inheritdoc/>
    public override Tool ProtocolTool { get; } = Describe(action);

    /// <inheritdoc/>
    public override IReadOnlyList<object> Metadata => [];

    /// <summary>Whether the schema of the tool accepts more than the action does.</summary>
    public bool IsLoosened => action.IsLoosened;

    /// <inheritdoc/>
    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var arguments = new AIFunctionArguments
        {
            Services = request.Services,
            Context = new Dictionary<object, object?> { [typeof(RequestContext<CallToolRequestParams>)] = request },
        };
        foreach (var (name, value) in request.Params?.Arguments ?? new Dictionary<string, JsonElement>())
            arguments[name] = value;
        return ResultOf(await RunAsync(arguments, cancellationToken).ConfigureAwait(false));
    }

    // The model can do nothing about these two, but the person who reads its answer can.
    private async Task<ToolResult> RunAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await action.RunAsync(arguments, cancellationToken).ConfigureAwait(false);
        }
        catch (UnauthorizedException)
        {
            return ToolResult.Failure(
                ToolErrors.Unauthorized,
                "The API does not accept the credential of this server. The action was not executed. Ask the user to renew it.");
        }
        catch (AccessDeniedException)
        {
            return ToolResult.Failure(
                ToolErrors.AccessDenied,
                "The credential of this server may not act for its account. The action was not executed. Tell the user.");
        }
    }

    // There is no outputSchema: what a catalog says of results is not what a service promises, results are cut, and a client refuses a
    // result that does not match.
    private static Tool Describe(ActionTool action) => new()
    {
        Name = action.Name,
        Title = action.Title,
        Description = action.Description,
        InputSchema = action.JsonSchema,
        Annotations = new ToolAnnotations
        {
            ReadOnlyHint = action.Effect == ActionEffect.Read,

            // False would promise that nothing is overwritten. An action that writes may create or replace.
            DestructiveHint = action.Effect != ActionEffect.Read,
            OpenWorldHint = true,
        },
    };

    /// <summary>The result of a call in the protocol.</summary>
    public static CallToolResult ResultOf(ToolResult result) => new()
    {
        Content = [new TextContentBlock { Text = result.Content.GetRawText() }],
        StructuredContent = result.Content.ValueKind == JsonValueKind.Object && JsonDepth.IsWithin(result.Content, JsonDepth.MostOfResult)
            ? result.Content
            : null,
        IsError = result.Error is not null,
    };
}
