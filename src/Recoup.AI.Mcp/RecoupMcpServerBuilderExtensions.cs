using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;
using Recoup.AI;
using Recoup.AI.Mcp.Tools;
using Recoup.AI.Tools;
using Recoup.Catalogs;
using Recoup.Typed;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Makes connector actions tools of an MCP server.</summary>
/// <remarks>
/// <para>
/// A tool says what its action does: <c>readOnlyHint</c> is true only for an action that is known to read, and <c>destructiveHint</c> is
/// true for all others, because one that writes may replace what is there. The host decides which calls a person must approve.
/// </para>
/// <para>
/// The result is text, the JSON of the payload; <c>structuredContent</c> has it too if it is an object. What the model can act on is a
/// result with <c>isError</c>, as <see cref="ActionTool"/> describes it. The list of tools is sent in pages of 200.
/// </para>
/// </remarks>
public static class RecoupMcpServerBuilderExtensions
{
    /// <summary>Adds a tool for each of some generated actions. The <see cref="RecoupClient"/> of the container executes them.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="actions">The generated methods themselves, for example <c>YouTube.SearchVideos, GoogleSheets.BatchUpdate</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">A method is not a generated action, or is named twice.</exception>
    /// <exception cref="CatalogException">The assembly of a method has no embedded catalog.</exception>
    public static IMcpServerBuilder WithRecoupActions(this IMcpServerBuilder builder, params Delegate[] actions) =>
        WithRecoupActions(builder, FromContainer, new RecoupToolOptions(), actions);

    /// <inheritdoc cref="WithRecoupActions(IMcpServerBuilder, Delegate[])"/>
    /// <param name="builder">The server.</param>
    /// <param name="options">
    /// How the tools look and behave. Their filters apply too. <see cref="Dialect.None"/> becomes <see cref="Dialect.Mcp"/>;
    /// <see cref="RecoupToolOptions.Approval"/> has no effect. In <see cref="RecoupToolOptions.AccountOfCall"/>, the arguments have the
    /// services of the request, and the request itself under the key <c>typeof(RequestContext&lt;CallToolRequestParams&gt;)</c> of
    /// their context.
    /// </param>
    /// <param name="actions">The generated methods themselves.</param>
    public static IMcpServerBuilder WithRecoupActions(
        this IMcpServerBuilder builder, RecoupToolOptions options, params Delegate[] actions) =>
        WithRecoupActions(builder, FromContainer, options, actions);

    /// <inheritdoc cref="WithRecoupActions(IMcpServerBuilder, RecoupToolOptions, Delegate[])"/>
    /// <param name="builder">The server.</param>
    /// <param name="client">
    /// Returns the client that executes the actions, for example one of several in the container. The server does not dispose it.
    /// </param>
    /// <param name="options">As for the other overloads.</param>
    /// <param name="actions">The generated methods themselves.</param>
    public static IMcpServerBuilder WithRecoupActions(
        this IMcpServerBuilder builder, Func<IServiceProvider, RecoupClient> client, RecoupToolOptions options, params Delegate[] actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        return Add(builder, client, [.. actions.Select(GeneratedActions.Find)], options);
    }

    /// <summary>
    /// Adds a tool for each action of a catalog that the options select. The <see cref="RecoupClient"/> of the container executes them.
    /// </summary>
    /// <param name="builder">The server.</param>
    /// <param name="catalog">The catalog, for example of <see cref="RecoupCatalog.Load(string)"/>.</param>
    /// <param name="options">
    /// Which actions become tools, and how they behave; null for all actions and the defaults. Set
    /// <see cref="RecoupToolOptions.ReadOnly"/> to serve only the actions that are known to read. Otherwise as for generated actions.
    /// </param>
    /// <returns>The same builder.</returns>
    public static IMcpServerBuilder WithRecoupActions(
        this IMcpServerBuilder builder, RecoupCatalog catalog, RecoupToolOptions? options = null) =>
        WithRecoupActions(builder, FromContainer, catalog, options);

    /// <inheritdoc cref="WithRecoupActions(IMcpServerBuilder, RecoupCatalog, RecoupToolOptions)"/>
    /// <param name="builder">The server.</param>
    /// <param name="client">Returns the client that executes the actions. The server does not dispose it.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="options">As for the other overloads.</param>
    public static IMcpServerBuilder WithRecoupActions(
        this IMcpServerBuilder builder,
        Func<IServiceProvider, RecoupClient> client,
        RecoupCatalog catalog,
        RecoupToolOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return Add(builder, client, catalog.Actions, options ?? new RecoupToolOptions());
    }

    private static RecoupClient FromContainer(IServiceProvider services) => services.GetRequiredService<RecoupClient>();

    private static IMcpServerBuilder Add(
        IMcpServerBuilder builder,
        Func<IServiceProvider, RecoupClient> client,
        IReadOnlyList<CatalogAction> actions,
        RecoupToolOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        if (actions.GroupBy(action => action.Slug, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Expected each action once; {twice.Key} is named twice.", nameof(actions));
        builder.Services.AddSingleton<IConfigureOptions<McpServerOptions>>(
            services => new ActionToolsSetup(() => ServerTools.Create(client(services), actions, options)));
        return builder;
    }
}
