namespace Recoup.Documentation.Tests.Workflows;

/// <summary>A comment of an issue or pull request.</summary>
internal sealed record GitHubComment(int Id, [property: System.Text.Json.Serialization.JsonPropertyName("issue_number")] int IssueNumber,
    string Body, GitHubUser? User = null);
