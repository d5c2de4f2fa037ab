using System.Diagnostics;
using System.Globalization;
using Recoup.CodeFixes.Tests.Editing;

namespace Recoup.CodeFixes.Tests;

/// <summary>
/// A day in an editor, with a real catalog of 930 actions where there is one. Each request is made twice: in a project whose code is
/// generated in the editor, and in a project that references the same code as a library. Both have to show the same.
/// </summary>
public sealed class EditorTests : IDisposable
{
    private const string Start = "using Recoup.Actions;\nusing Recoup.Typed;\nclass Program\n{\n    static void Main()\n    {\n        ";
    private const string End = "\n    }\n}\n";
    private const int Rounds = 3;

    private static readonly string Catalog = File.ReadAllText(
        TestData.External is { } folder ? Path.Combine(folder, "catalogs", "github-googledrive.served.json") : TestData.QuickStartCatalog);

    // The two catalogs have the action under different slugs.
    private static readonly string Slug = Catalog.Contains("\"GITHUB_CREATE_ISSUE\"", StringComparison.Ordinal)
        ? "GITHUB_CREATE_ISSUE"
        : "GITHUB_CREATE_AN_ISSUE";

    private static readonly string Method = Slug == "GITHUB_CREATE_ISSUE" ? "CreateIssue" : "CreateAnIssue";

    private readonly Editor _generated = Editor.OpenCatalog(Catalog);

    [Fact]
    public async Task Generated_code_is_edited_like_a_library()
    {
        using var library = Editor.OpenLibrary(Catalog);
        await BothAsync(library, "complete", async editor =>
        {
            var names = await editor.CompleteAsync(Start + "GitHub.|" + End);
            names.ShouldContain(Method);
            return string.Join('\n', names);
        });
        await BothAsync(library, "complete an argument", async editor =>
        {
            var names = await editor.CompleteAsync(Start + $"var call = GitHub.{Method}(|)" + End);
            names.ShouldContain("owner:");
            return string.Join('\n', names);
        });
        await BothAsync(library, "hover", async editor =>
        {
            var text = await editor.HoverAsync(Start + $"var call = GitHub.|{Method}(owner: \"a\", repo: \"b\", title: \"c\");" + End);
            text.ShouldContain($"GitHub.{Method}(");
            text.ShouldContain("issue", Case.Insensitive);
            return text;
        });
        await BothAsync(library, "sign", async editor =>
        {
            var signature = (await editor.SignAsync(Start + $"var call = GitHub.{Method}(|);" + End)).ShouldHaveSingleItem();
            signature.ShouldContain("string owner, string repo");
            return signature;
        });
        await BothAsync(library, "rename a local", async editor =>
        {
            var code = await editor.RenameAsync(
                Start + $"var |call = GitHub.{Method}(owner: \"a\", repo: \"b\", title: \"c\"); _ = call;" + End, "issue");
            code.ShouldContain("_ = issue;");
            return code;
        });
        await BothAsync(library, "check the code", async editor =>
        {
            var errors = await editor.ErrorsAsync(Start + $"var call = GitHub.{Method}(owner: \"a\", repo: \"b\", titel: \"c\");" + End);
            return errors.ShouldHaveSingleItem();
        });
    }

    [Fact]
    public async Task An_edit_of_the_catalog_is_seen_in_the_code()
    {
        var call = Start + $"var call = GitHub.{Method}Now(owner: \"a\", repo: \"b\", title: \"c\");" + End;
        (await _generated.ErrorsAsync(call)).ShouldBe(["CS0117"]);

        _generated.EditCatalog(Catalog.Replace($"\"{Slug}\"", $"\"{Slug}_NOW\"", StringComparison.Ordinal));

        (await _generated.ErrorsAsync(call)).ShouldBeEmpty();
        (await _generated.CompleteAsync(Start + "GitHub.|" + End)).ShouldContain(Method + "Now");
    }

    [Fact]
    public async Task Each_problem_of_the_catalog_is_shown_once()
    {
        await _generated.ErrorsAsync(Start + End);
        var before = await _generated.ReportedAsync();
        before.ShouldBeUnique();
        before.ShouldBe(Expected(Catalog));

        var start = Catalog.IndexOf('[', StringComparison.Ordinal) + 1;
        var odd = Catalog.Insert(start, "\n{\"slug\":\"ODD_ONE\"},\n{},");
        _generated.EditCatalog(odd);

        var after = await _generated.ReportedAsync();
        after.ShouldBeUnique();
        after.ShouldBe(Expected(odd));
        after.Count.ShouldBeGreaterThan(before.Count);
    }

    public void Dispose() => _generated.Dispose();

    // What 'recoup check' says about the same text.
    private static IEnumerable<string> Expected(string catalog)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        try
        {
            File.WriteAllText(path, catalog);
            return [.. Binding.Checks.DocumentCheck.Run([(path, File.ReadAllBytes(path))]).Problems
                .Select(located => located.Problem)
                .Select(problem => (problem.Descriptor.Id, problem.Range!.Value.Start, problem.Message))
                .Select(row => string.Create(
                    CultureInfo.InvariantCulture, $"{row.Id} {row.Start.Line - 1},{row.Start.Column - 1} {row.Message}"))
                .Order(StringComparer.Ordinal)];
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Makes a request in both projects, and prints how long the two took: the best of a few, after one that warms up.
    private async Task BothAsync(Editor library, string request, Func<Editor, Task<string>> ask)
    {
        var (shown, expected) = (await ask(_generated), await ask(library));
        shown.ShouldBe(expected, request);

        var (generated, referenced) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            generated = await FasterAsync(generated, () => ask(_generated));
            referenced = await FasterAsync(referenced, () => ask(library));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{request}: {generated.TotalMilliseconds:F1} ms, library {referenced.TotalMilliseconds:F1} ms, {generated / referenced:F2}"));
    }

    private static async Task<TimeSpan> FasterAsync(TimeSpan best, Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed < best ? watch.Elapsed : best;
    }
}
