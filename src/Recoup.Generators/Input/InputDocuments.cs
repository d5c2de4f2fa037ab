using Recoup.Binding.Checks;

namespace Recoup.Generators.Input;

/// <summary>The documents whose lines and columns problems are resolved to.</summary>
/// <param name="Catalogs">The catalogs.</param>
/// <param name="Names">The names files.</param>
/// <param name="Results">The files that describe results.</param>
internal sealed record InputDocuments(Group<CatalogFile> Catalogs, Group<NamesFile> Names, Group<ResultsFile> Results)
{
    /// <summary>What is wrong with the documents themselves.</summary>
    public ProblemList Problems => new(new(
        Catalogs.Items.SelectMany(catalog => catalog.Problems)
            .Concat(Names.Items.SelectMany(file => file.Reading.Problems))
            .Concat(Results.Items.SelectMany(file => file.Content.Problems))));

    /// <summary>Finds lines and columns in the documents.</summary>
    public ProblemLocator Locator()
    {
        var overlay = ResultsFile.Overlay(Results.Items);
        return new(
            [.. Catalogs.Items.Select(catalog => catalog.Selection.With(overlay))], [.. Names.Items.Select(file => file.Reading)]);
    }
}
