using Recoup.Contracts.Files;
using Recoup.Contracts.Learning.Merging;
using Recoup.Contracts.Learning.Inputs;
using Recoup.Contracts.Learning.Reports;

namespace Recoup.Contracts.Learning;

/// <summary>Learns result schemas from recordings, and writes them into a file.</summary>
internal static class ResultLearning
{
    /// <summary>Learns.</summary>
    /// <param name="recordings">The paths of the recordings, or patterns.</param>
    /// <param name="output">The file of result schemas.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellation">Cancels the work. No file is left half-written.</param>
    /// <exception cref="ContractException">
    /// A recording or the file cannot be used, or a schema of the file cannot be widened. The file is not changed.
    /// </exception>
    public static async Task<LearnResult> LearnAsync(
        IEnumerable<string> recordings, string output, LearnOptions options, CancellationToken cancellation)
    {
        TargetFile.Require(output, "the result schemas");
        var files = RecordedFiles.Find(recordings);
        RequireOtherTargets(files, output, options);
        var isStored = File.Exists(output);
        var before = isStored ? ResultsFile.Load(output) : ResultsFile.Empty(output);

        var notes = new SortedSet<string>(StringComparer.Ordinal);
        var actions = await InterruptibleRead.RunAsync(() => files.Learn(note => notes.Add(note), cancellation), cancellation)
            .ConfigureAwait(false);
        AddLimits(actions.Values, notes);
        var merge = new ResultsMerge(
            options.Overwrite ? ResultsFile.Empty(output) : before, actions, files, cancellation);
        var after = merge.Run();

        var isChanged = actions.Values.Any(action => action.Payloads > 0)
            && (!isStored || !after.Text.Span.SequenceEqual(before.Text.Span));
        if (isChanged)
            await TargetFile.WriteAsync(output, after.Text.ToArray(), cancellation).ConfigureAwait(false);
        return new LearnResult([.. actions.Values], [.. notes])
        {
            IsChanged = isChanged,
            Added = [.. merge.Added.Where(slug => Is(before, slug, isKnown: false))],
            Widened = [.. merge.Widened.Concat(merge.Added.Where(slug => Is(before, slug, isKnown: true)))],
            TypeChanges = isChanged ? TypeChangesOf(before, after, options, cancellation) : [],
        };
    }

    private static void RequireOtherTargets(RecordedFiles files, string output, LearnOptions options)
    {
        string[] read = options.CatalogPath is { } catalog ? [.. files.Paths, catalog] : [.. files.Paths];
        TargetFile.RequireOther(output, "the file of result schemas", read);
        if (options.ReportPath is not { } report)
            return;
        TargetFile.Require(report, "a report");
        var beside = options.CatalogPath is { } path ? CatalogFiles.Of(path) : [];
        TargetFile.RequireOther(report, "a report", [.. read, .. beside, output]);
    }

    private static bool Is(ResultsFile file, string slug, bool isKnown) =>
        isKnown == (file[slug].ValueKind != System.Text.Json.JsonValueKind.Undefined);

    private static IReadOnlyList<string> TypeChangesOf(
        ResultsFile before, ResultsFile after, LearnOptions options, CancellationToken cancellation)
    {
        var changed = new List<string>();
        foreach (var schema in before.Schemas.EnumerateObject())
        {
            if (after[schema.Name] != schema.Value)
                changed.Add(schema.Name);
        }

        return TypeChanges.Of(changed, slug => before[slug], slug => after[slug], options.Catalog, cancellation);
    }

    private static void AddLimits(IEnumerable<ActionResults> actions, SortedSet<string> notes)
    {
        foreach (var action in actions)
        {
            if (action.Budget.IsExceeded)
                notes.Add($"{action.Slug}: its results have too many different members to describe; its schema accepts anything.");
            else if (action.Budget.IsTooDeep)
                notes.Add($"{action.Slug}: its results are nested too deeply; the schema of the deepest parts accepts anything.");
        }
    }
}
