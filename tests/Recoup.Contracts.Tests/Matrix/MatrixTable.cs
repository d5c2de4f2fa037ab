
namespace Recoup.Contracts.Tests.Matrix;

/// <summary>All labeled pairs, and what the comparison says of them: each is an action of one catalog.</summary>
internal static class MatrixTable
{
    /// <summary>What the line numbers of composed.txt are counted from, so that no two rows have the same number.</summary>
    public const int ComposedLines = 1000;

    private static readonly string[] Placements = ["value", "nested", "array", "union"];

    private static readonly Lazy<IReadOnlyDictionary<(string, Direction), List<Finding>>> Findings = new(Compare);

    public static IReadOnlyList<MatrixRow> Rows { get; } = [.. Read()];

    public static IReadOnlyList<Finding> Of(MatrixRow row, Direction direction) =>
        Findings.Value.TryGetValue((row.Slug, direction), out var findings) ? findings : [];

    private static IEnumerable<MatrixRow> Read() =>
        Read("pairs.txt", 0, Placements).Concat(Read("composed.txt", ComposedLines, ["value"]));

    private static IEnumerable<MatrixRow> Read(string file, int offset, string[] placements)
    {
        var number = offset;
        foreach (var line in File.ReadAllLines(Path.Combine(TestData.Repository, "tests", "Recoup.Contracts.Tests", "Matrix", file)))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split(" | ");
            var row = new MatrixRow(number, cells[0], cells[1], cells[2][0], cells[3], cells[4], "");
            foreach (var placement in placements)
            {
                yield return row.In(placement);
                yield return row.Mirror().In(placement);
            }
        }
    }

    private static Dictionary<(string, Direction), List<Finding>> Compare()
    {
        var report = Diff.Of(Catalog(row => row.Old), Catalog(row => row.New), new DiffOptions { WireOnly = true });
        return report.Findings.Where(finding => finding.Direction is not null)
            .GroupBy(finding => (finding.Action!, finding.Direction!.Value))
            .ToDictionary(group => group.Key, group => group.ToList());
    }

    private static string Catalog(Func<MatrixRow, string> schema) =>
        Diff.Catalog([.. Rows.Select(row => Diff.Action(row.Slug, schema(row), schema(row)))]);
}
