using Recoup.Binding.Names;
using Recoup.Catalogs;

namespace Recoup.Binding.Tests;

public sealed class ConnectorResolverTests
{
    [Theory]
    [InlineData("GOOGLESHEETS_BATCH_UPDATE", "googlesheets", "googlesheets", "BATCH_UPDATE", "GoogleSheets")]
    [InlineData("GOOGLE_CLASSROOM_LIST_COURSES", "google", "google_classroom", "LIST_COURSES", "GoogleClassroom")]
    [InlineData("REMOVE_BG_REMOVE_BG", "remove", "remove_bg", "REMOVE_BG", "RemoveBg")]
    [InlineData("GITHUB_MCP_GET_TEAMS", "github_mcp", "github_mcp", "GET_TEAMS", "GitHubMcp")]
    [InlineData("OKTA-MCP-SERVER_LIST_POLICIES", "okta-mcp-server", "okta-mcp-server", "LIST_POLICIES", "OktaMcpServer")]
    [InlineData("COMPOSIO_SEARCH_TOOLS", "composio", "composio", "SEARCH_TOOLS", "Composio")]
    [InlineData("acme_do_it", "acme", "acme", "do_it", "Acme")]
    [InlineData("2CHAT_SEND", "2chat", "2chat", "SEND", "_2chat")]
    [InlineData("SOMETHING_ELSE", "acme", "acme", "SOMETHING_ELSE", "Acme")]
    [InlineData("UNKNOWN_DO_IT", "", "unknown", "DO_IT", "Unknown")]
    [InlineData("LONER", "", "LONER", "LONER", "Loner")]
    public void An_action_belongs_to_the_longest_known_connector_that_prefixes_its_slug(
        string slug, string connectorSlug, string connector, string name, string className)
    {
        var catalog = RecoupCatalog.Parse($$"""
            {"actions":[{"slug":"{{slug}}","name":"","description":"","parameters":{},"connectorSlug":"{{connectorSlug}}",
            "isConnected":true}]}
            """);

        var resolved = new ConnectorResolver(catalog.Actions.Select(action => action.ConnectorSlug)).Resolve(catalog.Actions[0]);

        resolved.ShouldBe((connector, name));
        ConnectorResolver.ClassName(resolved.Connector).ShouldBe(className);
    }
}
