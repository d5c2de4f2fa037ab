using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Recoup.Documentation.Tests.Workflows;

/// <summary>Markdown as a CommonMark renderer with GitHub's extensions reads it.</summary>
internal static class RenderedMarkdown
{
    private static readonly MarkdownPipeline GitHub =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().UseEmojiAndSmiley().Build();

    /// <summary>The links, images, tags and texts outside of code. A reader can click them, or is notified by them.</summary>
    public static IEnumerable<string> LivePartsOf(string markdown)
    {
        foreach (var part in Markdown.Parse(markdown, GitHub).Descendants())
        {
            var text = part switch
            {
                LinkInline link => $"link {link.Url}",
                AutolinkInline link => $"link {link.Url}",
                HtmlInline tag => $"tag {tag.Tag}",
                HtmlBlock block => $"html {block.Lines}",
                LiteralInline literal => $"text {literal.Content}",
                _ => null,
            };
            if (text is not null)
                yield return text;
        }
    }
}
