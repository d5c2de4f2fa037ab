using System.Reflection;
using Recoup.Catalogs;
using Recoup.Typed;

namespace Recoup.EndToEnd.Tests.Filtered;

public sealed class FilterTests
{
    [Fact]
    public void Both_filters_of_the_project_file_reach_the_generator()
    {
        var slugs = typeof(FilterTests).Assembly.GetTypes()
            .Where(type => type.Name is "Slack" or "Notion" or "Asana")
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<RecoupActionAttribute>()?.Slug)
            .OfType<string>();

        slugs.ShouldBe(["SLACK_SEND_MESSAGE", "NOTION_GET_PAGE"], ignoreOrder: true);
    }

    [Fact]
    public void A_names_file_beside_the_catalog_reaches_the_generator() =>
        Recoup.Actions.Slack.Post(additionalProperties: null).Slug.ShouldBe("SLACK_SEND_MESSAGE");

    [Fact]
    public void A_catalog_is_found_beside_the_program_under_its_path_in_the_project() =>
        RecoupCatalog.Load("Filtered/filtered.catalog.json").Actions.Count.ShouldBe(4);
}
