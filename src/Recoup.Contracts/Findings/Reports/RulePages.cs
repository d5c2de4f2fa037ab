using System.Reflection;
using System.Text.RegularExpressions;

namespace Recoup.Contracts.Findings.Reports;

/// <summary>
/// The pages about rules. They are part of the assembly, so every reader has them. Those on the web exist for a published build.
/// </summary>
internal static partial class RulePages
{
    /// <summary>The page of the tool.</summary>
    public const string Tool = "https://www.nuget.org/packages/Recoup.Cli";

    private static readonly Assembly Contracts = typeof(RulePages).Assembly;

    // A build for publication knows the address of its repository, and the commit.
    private static readonly string? Repository = Contracts.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(data => data.Key == "RepositoryUrl")?.Value;

    private static readonly string Version = Contracts.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The address of the page about a rule: in the repository at the commit of this build, or the page of the tool.</summary>
    public static string AddressOf(Rule rule) =>
        Repository is not null && Uri.TryCreate(Repository, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        && Version.Split('+') is [_, var commit]
            ? $"{WithoutGit(address)}/blob/{commit}/{rule.Page}"
            : Tool;

    /// <summary>The text of the page about a rule, in Markdown. Links to other pages of the repository are plain text.</summary>
    public static string TextOf(Rule rule)
    {
        using var page = Contracts.GetManifestResourceStream(rule.Page)
            ?? throw new InvalidOperationException($"The rule {rule.Id} has no page.");
        using var reader = new StreamReader(page);
        return RelativeLink().Replace(reader.ReadToEnd().ReplaceLineEndings("\n"), "${text}");
    }

    /// <summary>The id of a rule as a link in Markdown.</summary>
    public static string Link(Rule rule) => $"[{rule.Id}]({AddressOf(rule)})";

    private static string WithoutGit(Uri address)
    {
        var text = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        return text.EndsWith(".git", StringComparison.Ordinal) ? text[..^4] : text;
    }

    [GeneratedRegex(@"\[(?<text>[^\]\n]+)\]\((?!https:)[^)\n]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RelativeLink();
}
