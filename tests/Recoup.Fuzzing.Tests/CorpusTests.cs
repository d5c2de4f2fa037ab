using System.Diagnostics;

namespace Recoup.Fuzzing.Tests;

/// <summary>
/// Replays what fuzzing has found: the inputs of the corpus, which together reach the code that all inputs of all sessions have reached,
/// and each input that once broke a promise.
/// </summary>
public sealed class CorpusTests
{
    /// <summary>What one small input may take, on a busy machine. Most take less than a millisecond.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly string Root = Path.Combine(TestData.Repository, "tests", "Recoup.Fuzzing.Tests");

    public static TheoryData<string> Targets => [.. TargetTable.All.Keys];

    public static TheoryData<string, string> Crashes => new(
        Directory.EnumerateFiles(Path.Combine(Root, "Crashes"), "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileName(file)))
            .Order());

    [Theory]
    [MemberData(nameof(Targets))]
    public void No_input_of_the_corpus_breaks_a_promise(string target)
    {
        var files = Directory.GetFiles(Path.Combine(Root, "Corpus", target));

        files.ShouldNotBeEmpty();
        foreach (var file in files)
            Replay(target, file);
    }

    [Theory]
    [MemberData(nameof(Crashes))]
    public void No_input_that_broke_a_promise_does_again(string target, string file) =>
        Replay(target, Path.Combine(Root, "Crashes", target, file));

    private static void Replay(string target, string file)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            TargetTable.All[target](File.ReadAllBytes(file));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{Path.GetRelativePath(TestData.Repository, file)}: {exception.Message}", exception);
        }

        watch.Elapsed.ShouldBeLessThan(Limit, file);
    }
}
