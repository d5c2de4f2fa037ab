using Recoup.Binding.Checks;

namespace Recoup.Generators.Input;

/// <summary>The documents whose lines and columns problems are resolved to.</summary>
/// <param name="Catalogs">The catalogs.</param>
/// <param name="Names">The names files.</param>
internal sealed record InputDocuments(Group<CatalogFile> Catalogs, Group<NamesFile> Names)
{
    /// <summary>What is wrong with the documents themselves.</summary>
    public ProblemList Problems => new(new(
        Catalogs.Items.SelectMany(catalog => catalog.Problems).Concat(Names.Items.SelectMany(file => file.Reading.Problems))));

    /// <summary>Finds lines and columns in the documents.</summary>
    public ProblemLocator Locator() =>
        new([.. Catalogs.Items.Select(catalog => catalog.Selection)], [.. Names.Items.Select(file => file.Reading)]);
}
