using System.Reflection;
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
}
