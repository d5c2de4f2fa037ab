using Microsoft.Extensions.AI;
using Recoup.AI.Tools;
using Recoup.Catalogs;
using Recoup.Typed;

namespace Recoup.AI.Toolbox;

/// <summary>Creates the three tools of a toolbox.</summary>
internal static class ToolboxList
{
    public static IReadOnlyList<AIFunction> Create(RecoupClient client, IReadOnlyList<CatalogAction> actions, RecoupToolOptions options)
    {
        var selected = actions.Where(action => ToolList.IsSelected(action, options)).ToArray();
        var shelf = new ActionShelf(selected);
        var definitions = new ToolboxDefinitions(shelf.Connectors, options.Dialect);
        var runner = new ActionRunner(client, options.MaxResultBytes);
        var run = new RunTool(definitions[ToolboxDefinitions.Run], shelf, runner, options);

        // The function-invocation loop asks for each function, whatever its arguments are: one action that needs approval decides for all.
        var needsApproval = selected.Any(action => ToolList.NeedsApproval(action.Effect, options.Approval));
        return
        [
            new SearchTool(definitions[ToolboxDefinitions.Search], shelf),
            new DescribeTool(definitions[ToolboxDefinitions.Describe], shelf, options.MaxResultBytes),
            needsApproval ? new ApprovalRequiredAIFunction(run) : run,
        ];
    }
}
