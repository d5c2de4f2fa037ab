using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Recoup.Documentation.Tests.Pages;

/// <summary>A page of the documentation.</summary>
internal sealed class Page
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UsePipeTables().Build();

    private Page(string path)
    {
        Path = path;
        Name = System.IO.Path.GetRelativePath(TestData.Repository, path).Replace('\\', '/');
        Text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var document = Markdown.Parse(Text, Pipeline);
        Snippets = [.. document.Descendants<CodeBlock>().Select(block => Snippet.Of(this, block))];
        Links = [.. document.Descendants<LinkInline>().Select(link => link.Url ?? "")];
        Anchors = [.. document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id ?? "")];
        Quotes =
        [
            .. document.Descendants<QuoteBlock>().Select(quote => Text.Substring(quote.Span.Start, quote.Span.Length).TrimStart('>', ' ')),
        ];
    }

    /// <summary>Every page, by its path in the repository.</summary>
    public static IReadOnlyDictionary<string, Page> All { get; } = Files().Select(path => new Page(path))
        .ToDictionary(page => page.Name, StringComparer.Ordinal);

    public string Name { get; }

    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<Snippet> Snippets { get; }

    public IReadOnlyList<string> Links { get; }

    /// <summary>What a link may name after '#', as GitHub makes it of headings.</summary>
    public IReadOnlyList<string> Anchors { get; }

    public IReadOnlyList<string> Quotes { get; }

    /// <summary>Pages below a folder, for a theory.</summary>
    public static TheoryData<string> Below(string folder, string pattern = "") =>
        [.. All.Keys.Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.Contains(pattern, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Files()
    {
        string[] folders = [".github", "docs", "src", "samples", "benchmarks"];
        return Directory.GetFiles(TestData.Repository, "*.md")
            .Concat(folders.SelectMany(folder =>
                Directory.GetFiles(System.IO.Path.Combine(TestData.Repository, folder), "*.md", SearchOption.AllDirectories)))
            .Where(path =>
                !path.EndsWith(".received.md", StringComparison.Ordinal)
                    && !path.Split('/', '\\').Any(part => part is "bin" or "obj" or "node_modules" or "artifacts"));
    }
}
