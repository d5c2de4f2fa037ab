using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Recoup.AI.Tools;

namespace Recoup.AI.Mcp.Tools;

/// <summary>
/// Answers a call of an action whose arguments the SDK cannot read: a text that ends in the middle of an emoji has half of a surrogate
/// pair. It is a mistake of the model, so the answer is a result. The SDK would answer with an internal error of the server.
/// </summary>
internal static class UnreadableArguments
{
    private static readonly McpMessageFilter Filter = next => (context, cancellationToken) => HandleAsync(next, context, cancellationToken);

    /// <summary>Adds the filter to a server, once.</summary>
    public static void AddTo(McpServerOptions options)
    {
        if (!options.Filters.Message.IncomingFilters.Contains(Filter))
            options.Filters.Message.IncomingFilters.Add(Filter);
    }

    private static async Task HandleAsync(McpMessageHandler next, MessageContext context, CancellationToken cancellationToken)
    {
        try
        {
            await next(context, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException) when (RequestOf(context) is { } request && ProblemOf(request.Params) is { } problem)
        {
            var result = ActionServerTool.ResultOf(
                ToolResult.Failure(ToolErrors.InvalidArguments, $"The arguments cannot be read as JSON: {problem}"));
            var response = new JsonRpcResponse
            {
                Id = request.Id,
                Result = JsonSerializer.SerializeToNode(result, McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(CallToolResult))),
            };
            await context.Server.SendMessageAsync(response, cancellationToken).ConfigureAwait(false);
        }
    }

    private static JsonRpcRequest? RequestOf(MessageContext context) =>
        context.JsonRpcMessage is JsonRpcRequest { Method: RequestMethods.ToolsCall, Params: JsonObject parameters } request
        && parameters["name"] is JsonValue value && value.TryGetValue(out string? name)
        && context.Server.ServerOptions.ToolCollection?.TryGetPrimitive(name, out var tool) == true && tool is ActionServerTool
            ? request
            : null;

    private static string? ProblemOf(JsonNode? parameters)
    {
        try
        {
            parameters?.ToJsonString();
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }
}
