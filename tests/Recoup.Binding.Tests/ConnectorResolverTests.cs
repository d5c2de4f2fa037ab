using Recoup.Binding.Names;
using Recoup.Catalogs;
using Recoup.Catalogs.Slugs;
using Recoup.Tests.Driving;

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
    [InlineData("LONER", "", "loner", "LONER", "Loner")]
    [InlineData("ACME_DO_IT", "ACME", "acme", "DO_IT", "Acme")]
    public void An_action_belongs_to_its_own_connector_or_a_longer_one_of_the_toolkit_table(
        string slug, string connectorSlug, string connector, string name, string className)
    {
        var catalog = RecoupCatalog.Parse($$"""
            {"actions":[{"slug":"{{slug}}","name":"","description":"","parameters":{},"connectorSlug":"{{connectorSlug}}",
            "isConnected":true}]}
            """);

        var resolved = ConnectorResolver.Resolve(catalog.Actions[0].Slug, catalog.Actions[0].ConnectorSlug);

        resolved.ShouldBe((connector, name));
        ConnectorClassName.Of(resolved.Connector).ShouldBe(className);
    }

    [Fact]
    public void The_case_of_a_connector_does_not_matter()
    {
        var bound = Bound.WithNames(
            """{"connectors":{"ACME":"Apex"}}""",
            Catalog.Action("ACME_RUN", connector: "acme"), Catalog.Action("ACME_STOP", connector: "ACME"));

        bound.Connectors.ShouldHaveSingleItem().ClassName.ShouldBe("Apex");
        bound.Ids.ShouldAllBe(id => id == "RCP0020");
    }

    [Fact]
    public void The_connectors_of_other_actions_do_not_matter()
    {
        var bound = Bound.Of(Catalog.Action("ACME_MCP_RUN", connector: "acme"), Catalog.Action("ACME_MCP_STOP", connector: "acme_mcp"));

        bound.Connectors.Select(connector => (connector.ClassName, connector.Actions.ShouldHaveSingleItem().MethodName))
            .ShouldBe([("Acme", "McpRun"), ("AcmeMcp", "Stop")]);
    }
}
