using System.Security.Cryptography;
using System.Text;

namespace Recoup.Catalogs.Tests.Effects;

/// <summary>The labels are those of a fair draw.</summary>
public sealed class LabelTests
{
    private const int Size = 500;

    [Fact]
    public void Five_hundred_different_actions_are_labeled_with_one_of_three_labels()
    {
        var labels = LabeledActions.All;

        labels.Count.ShouldBe(Size);
        labels.Select(label => label.Slug).Distinct(StringComparer.Ordinal).Count().ShouldBe(Size);
        labels.ShouldAllBe(label => label.Label == "read" || label.Label == "write" || label.Label == "destroy");
    }

    [Fact]
    public void The_labeled_actions_are_drawn_by_hash_from_all_real_catalogs()
    {
        var slugs = Directory.EnumerateFiles(TestData.RequireExternal("catalogs"), "*.json")
            .SelectMany(file => RecoupCatalog.Load(file).Actions)
            .Select(action => action.Slug)
            .Distinct(StringComparer.Ordinal);

        var drawn = slugs.OrderBy(Hash, StringComparer.Ordinal).Take(Size).Order(StringComparer.Ordinal);

        LabeledActions.All.Select(label => label.Slug).ShouldBe(drawn);
    }

    private static string Hash(string slug) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("1:" + slug)));
}
