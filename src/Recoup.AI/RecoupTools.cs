using Microsoft.Extensions.AI;
using Recoup.AI.Toolbox;
using Recoup.AI.Tools;
using Recoup.Catalogs;
using Recoup.Typed;

namespace Recoup.AI;

/// <summary>Makes connector actions callable by a language model, as functions of Microsoft.Extensions.AI.</summary>
public static class RecoupTools
{
    /// <summary>Returns a tool for each of some generated actions.</summary>
    /// <param name="client">Executes the actions. The tools do not dispose it.</param>
    /// <param name="actions">The generated methods themselves, for example <c>YouTube.SearchVideos, GoogleSheets.BatchUpdate</c>.</param>
    /// <returns>
    /// The tools, in the order of <paramref name="actions"/>. A tool that needs approval is an
    /// <see cref="ApprovalRequiredAIFunction"/>; the <see cref="ActionTool"/> behind it is its service
    /// (<c>tool.GetService&lt;ActionTool&gt;()</c>).
    /// </returns>
    /// <exception cref="ArgumentException">A method is not a generated action, or is named twice.</exception>
    /// <exception cref="CatalogException">
    /// The assembly of a method has no embedded catalog. The package's build files turn it on; a project that switches
    /// <c>RecoupEmbedCatalog</c> off has none.
    /// </exception>
    public static IReadOnlyList<AIFunction> AsTools(this RecoupClient client, params Delegate[] actions) =>
        AsTools(client, new RecoupToolOptions(), actions);

    /// <inheritdoc cref="AsTools(RecoupClient, Delegate[])"/>
    /// <param name="client">Executes the actions. The tools do not dispose it.</param>
    /// <param name="options">How the tools look and behave. The filters of the options apply, too.</param>
    /// <param name="actions">The generated methods themselves.</param>
    public static IReadOnlyList<AIFunction> AsTools(this RecoupClient client, RecoupToolOptions options, params Delegate[] actions)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(actions);
        return ToolList.Create(client, [.. actions.Select(GeneratedActions.Find)], options);
    }

    /// <summary>Returns a tool for each action of a catalog that the options select.</summary>
    /// <param name="client">Executes the actions. The tools do not dispose it.</param>
    /// <param name="catalog">The catalog, for example of <see cref="RecoupCatalog.Load(string)"/>.</param>
    /// <param name="options">Which actions become tools, and how they behave; null for all actions and the defaults.</param>
    /// <returns>The tools, in the order of the catalog; as for <see cref="AsTools(RecoupClient, Delegate[])"/>.</returns>
    public static IReadOnlyList<AIFunction> AsTools(this RecoupClient client, RecoupCatalog catalog, RecoupToolOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(catalog);
        return ToolList.Create(client, catalog.Actions, options ?? new RecoupToolOptions());
    }

    /// <summary>
    /// Returns three tools that stand for all actions of a catalog that the options select, so that a model gets about 500 tokens of
    /// definitions whatever the size of the catalog: <c>search_actions</c> finds actions for a task in plain words, <c>describe_action</c>
    /// explains the parameters of one, and <c>run_action</c> runs one as its own tool would.
    /// </summary>
    /// <param name="client">Executes the actions. The tools do not dispose it.</param>
    /// <param name="catalog">The catalog. A search shows the model which connectors are connected, as the catalog says.</param>
    /// <param name="options">
    /// Which actions the model can find and run, and how the tools behave; null for all actions and the defaults.
    /// </param>
    /// <returns>The tools to search, to describe and to run, in this order.</returns>
    /// <remarks>
    /// Arguments of <c>run_action</c> follow the action's own schema; the dialect applies to the three definitions. If one of the actions
    /// needs approval, <c>run_action</c> is an <see cref="ApprovalRequiredAIFunction"/>, for all of them. A toolbox with
    /// <see cref="RecoupToolOptions.ReadOnly"/> asks for nothing.
    /// </remarks>
    public static IReadOnlyList<AIFunction> AsToolbox(this RecoupClient client, RecoupCatalog catalog, RecoupToolOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(catalog);
        return ToolboxList.Create(client, catalog.Actions, options ?? new RecoupToolOptions());
    }
}
