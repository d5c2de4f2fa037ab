namespace Recoup.Documentation.Tests.Workflows;

/// <summary>Who wrote something.</summary>
internal sealed record GitHubUser(string Type);
