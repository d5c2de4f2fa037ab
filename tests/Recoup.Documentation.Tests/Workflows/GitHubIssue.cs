namespace Recoup.Documentation.Tests.Workflows;

/// <summary>An issue.</summary>
internal sealed record GitHubIssue(int Number, List<string> Labels, string Title, string Body, string State, GitHubUser? User = null);
