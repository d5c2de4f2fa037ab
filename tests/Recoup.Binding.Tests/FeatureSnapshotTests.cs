using Recoup.Binding.Types;
using Recoup.Binding.Types.Features;
using Recoup.Catalogs;

namespace Recoup.Binding.Tests;

/// <summary>A feature of the type table that no snapshot shows could change what callers see, and no test would tell.</summary>
public sealed class FeatureSnapshotTests
{
    private static readonly string Folder = Path.Combine(TestData.Repository, "tests", "Recoup.Generators.Tests", "Snapshots");

    public static TheoryData<string> Features => new(TypeFeatureTable.Rows.Select(feature => feature.GetType().Name));

    [Theory]
    [MemberData(nameof(Features))]
    public void A_feature_binds_a_parameter_of_an_approved_snapshot(string feature)
    {
        var shown = Directory.GetFiles(Folder, "types-*.catalog.json")
            .Where(path => File.Exists(path.Replace(".catalog.json", ".approved.txt", StringComparison.Ordinal)))
            .SelectMany(path => RecoupCatalog.Load(path).Actions)
            .SelectMany(FeaturesOf);

        shown.ShouldContain(
            feature, $"Add Snapshots/types-….catalog.json with a parameter that {feature} binds, its calls and its approved source.");
    }

    // The row that speaks first for each parameter, as the binder asks them.
    private static IEnumerable<string> FeaturesOf(CatalogAction action)
    {
        foreach (var property in action.ParametersSource["properties"].EnumerateObject())
        {
            var schema = new SchemaView(property.Value);
            var binder = new TypeBinder(TypeFeatureTable.Rows, action.Slug, action.ParametersSource);
            if (TypeFeatureTable.Rows.FirstOrDefault(row =>
                row.Bind(schema, Place.Root.Property(property.Name), binder) is not null) is { } first)
                yield return first.GetType().Name;
        }
    }
}
