using System.IO.Enumeration;
using Microsoft.Extensions.AI;
using Recoup.AI.Dialects;
using Recoup.Catalogs;
using Recoup.Typed;

namespace Recoup.AI.Tools;

/// <summary>Creates the tools of the actions that the options select.</summary>
internal static class ToolList
{
    public static IReadOnlyList<AIFunction> Create(RecoupClient client, IReadOnlyList<CatalogAction> actions, RecoupToolOptions options)
    {
        var runner = new ActionRunner(client, options.MaxResultBytes);
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        var tools = new List<AIFunction>(actions.Count);
        foreach (var action in actions.Where(action => IsSelected(action, options)))
        {
            if (!slugs.Add(action.Slug))
                throw new ArgumentException($"Expected each action once; {action.Slug} is named twice.", nameof(actions));
            var tool = new ActionTool(action, ToolProjection.Of(action, options.Dialect), runner, options);
            tools.Add(NeedsApproval(action.Effect, options.Approval) ? new ApprovalRequiredAIFunction(tool) : tool);
        }

        return tools;
    }

    /// <summary>Whether the filters of the options select an action.</summary>
    public static bool IsSelected(CatalogAction action, RecoupToolOptions options) =>
        Matches(options.Connectors, action.ConnectorSlug)
        && Matches(options.Actions, action.Slug)
        && (!options.ReadOnly || action.Effect == ActionEffect.Read);

    /// <summary>Whether a person must approve the calls of an action.</summary>
    public static bool NeedsApproval(ActionEffect effect, ToolApproval approval) => approval switch
    {
        ToolApproval.Never => false,
        ToolApproval.Always => true,
        ToolApproval.Destroys => effect is ActionEffect.Destroy or ActionEffect.Unknown,
        _ => effect != ActionEffect.Read,
    };

    private static bool Matches(IReadOnlyList<string> patterns, string slug) =>
        patterns.Count == 0 || patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, slug, ignoreCase: true));
}
