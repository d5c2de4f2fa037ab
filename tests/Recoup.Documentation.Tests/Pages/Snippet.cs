using System.Globalization;
using Markdig.Syntax;

namespace Recoup.Documentation.Tests.Pages;

/// <summary>A block of code on a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">Its first line, counted from 1.</param>
/// <param name="Language">What the block says it holds; empty for an indented one.</param>
/// <param name="Text">What it holds.</param>
internal sealed record Snippet(Page Page, int Line, string Language, string Text)
{
    /// <summary>Where a reader finds it.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{Page.Name}({Line})");

    public static Snippet Of(Page page, CodeBlock block) =>
        new(page, block.Line + 1, (block as FencedCodeBlock)?.Info ?? "", block.Lines.ToString().ReplaceLineEndings("\n"));

    /// <summary>All snippets in a language, by their place, for a theory.</summary>
    public static TheoryData<string> Places(string language, Func<Page, bool>? pages = null) =>
        [.. Of(language, pages).Select(snippet => snippet.Place)];

    public static Snippet At(string place) => Page.All.Values.SelectMany(page => page.Snippets).Single(snippet => snippet.Place == place);

    public static IEnumerable<Snippet> Of(string language, Func<Page, bool>? pages = null) =>
        Page.All.Values.Where(page => pages?.Invoke(page) ?? true).OrderBy(page => page.Name, StringComparer.Ordinal)
            .SelectMany(page => page.Snippets).Where(snippet => snippet.Language == language);
}
