using Recoup.Binding.Actions;
using Recoup.Binding.Checks;
using Recoup.Binding.Names.Overrides;
using Recoup.Catalogs.Actions;

namespace Recoup.Fuzzing.Targets;

/// <summary>
/// The files beside a catalog: the same text as a names file and as a results file, with a catalog that is bound. No exception after the
/// file is known to be text; two readings are equal; a problem has a position in the text.
/// </summary>
internal static class NamesTarget
{
    private const string CatalogPath = "catalog.json";

    public static void Run(ReadOnlyMemory<byte> bytes)
    {
        if (TextInput.Read(bytes) is not { } input)
            return;
        var catalog = new CatalogSelection(CatalogPath, new(Samples.Catalog.Actions), default, default);

        var names = NameOverridesReader.Read(input, "names.json");
        Promise.Readable(names.Problems, input);
        Promise.That(
            names.Overrides.Equals(NameOverridesReader.Read(input, "names.json").Overrides), "two readings of the names are equal");

        var results = ResultFileReader.Read(input, "results.json");
        Promise.Readable(results.Problems, input);

        var named = DocumentCheck.Of([CatalogPath], [catalog], [names], [], [], []);
        Promise.Readable(InFile(named, "names.json"), input);
        var described = DocumentCheck.Of([CatalogPath], [catalog], [], [results], [], []);
        Promise.Readable(InFile(described, "results.json"), input);
        Promise.Same(Samples.Catalog.Actions.Count, named.Actions, "the numbers of actions");
    }

    private static IEnumerable<Recoup.Catalogs.Problems.Problem> InFile(DocumentCheck check, string path) =>
        check.Problems.Select(located => located.Problem).Where(problem => problem.Path == path);
}
