using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Recoup.AI.Mcp.Tools;

/// <summary>
/// Divides the list of all tools of a server into pages. The cursor is the name of the last tool of a page, so that no tool is lost or
/// repeated if the list changes between two pages.
/// </summary>
internal static class ToolPages
{
    /// <summary>The number of tools of a page.</summary>
    public const int Size = 200;

    private static readonly McpRequestFilter<ListToolsRequestParams, ListToolsResult> Filter = next =>
        (request, cancellationToken) => ListAsync(next, request, cancellationToken);

    /// <summary>Divides the list of a server, once.</summary>
    public static void AddTo(McpServerOptions options)
    {
        if (!options.Filters.Request.ListToolsFilters.Contains(Filter))
            options.Filters.Request.ListToolsFilters.Add(Filter);
    }

    private static async ValueTask<ListToolsResult> ListAsync(
        McpRequestHandler<ListToolsRequestParams, ListToolsResult> next,
        RequestContext<ListToolsRequestParams> request,
        CancellationToken cancellationToken)
    {
        var cursor = request.Params?.Cursor;
        var tools = new List<Tool>();
        ListToolsResult page;
        string? own = null;

        // Another handler of the server may have pages and cursors of its own.
        do
        {
            request.Params = new ListToolsRequestParams { Cursor = own, Meta = request.Params?.Meta };
            page = await next(request, cancellationToken).ConfigureAwait(false);
            tools.AddRange(page.Tools);
            own = page.NextCursor;
        }
        while (own is not null);

        var start = cursor is null ? 0 : 1 + tools.FindIndex(tool => tool.Name == cursor);
        if (cursor is not null && start == 0)
        {
            throw new McpProtocolException(
                "Expected a cursor that this list of tools returned, got another one. Begin without a cursor: the list may have changed.",
                McpErrorCode.InvalidParams);
        }

        page.Tools = tools.GetRange(start, Math.Min(Size, tools.Count - start));
        page.NextCursor = start + Size < tools.Count ? page.Tools[^1].Name : null;
        return page;
    }
}
