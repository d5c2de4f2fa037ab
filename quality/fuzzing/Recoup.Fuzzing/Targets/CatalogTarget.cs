using System.Text;
using Recoup.Binding.Actions;
using Recoup.Binding.Checks;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Fuzzing.Targets;

/// <summary>
/// A catalog: a file, or a response of <c>GET /api/connectors/actions</c>. It is read and bound as the generator does. No exception after
/// the file is known to be text; two readings are equal; the actions as texts of a new catalog read equal; a problem has a position in the
/// text.
/// </summary>
internal static class CatalogTarget
{
    public static void Run(ReadOnlyMemory<byte> bytes)
    {
        const string Path = "catalog.json";
        CatalogReader.Read(bytes);
        if (TextInput.Read(bytes) is not { } input)
            return;
        var reading = CatalogReader.Read(input, Path);
        Promise.Readable(reading.Problems, input);
        Promise.That(reading.Problems.SequenceEqual(CatalogReader.Read(input, Path).Problems), "two readings are equal");
        Promise.That(reading.Catalog.Actions.SequenceEqual(WrittenAgain(reading.Catalog).Actions), "the catalog written again reads equal");

        var isRefused = reading.Problems.Any(problem => problem.Descriptor.Severity == ProblemSeverity.Error);
        Promise.Same(isRefused, IsRefused(input), "the reader's and the parser's judgments of the catalog");

        var selection = new CatalogSelection(Path, new(reading.Catalog.Actions), default, default);
        var check = DocumentCheck.Of([Path], [selection], [], [], [], reading.Problems);
        Promise.Readable(check.Problems.Select(located => located.Problem), input);
        foreach (var action in reading.Catalog.Actions)
        {
            _ = action.Effect;
            _ = action.Parameters;
            _ = action.OutputParameters;
        }
    }

    private static RecoupCatalog WrittenAgain(RecoupCatalog catalog)
    {
        var actions = catalog.Actions.Select(action => Encoding.UTF8.GetString(action.ToUtf8().Span));
        return CatalogReader.Read($$"""{"actions":[{{string.Join(",\n", actions)}}]}""").Catalog;
    }

    private static bool IsRefused(byte[] input)
    {
        try
        {
            RecoupCatalog.Parse(Encoding.UTF8.GetString(input));
            return false;
        }
        catch (CatalogException exception)
        {
            Promise.That(exception.Problems.Count > 0);
            return true;
        }
    }
}
