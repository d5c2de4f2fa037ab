namespace Recoup.Catalogs.Problems;

/// <summary>One kind of <see cref="Problem"/>: a row of a problem table. Each has its page under docs/diagnostics.</summary>
/// <param name="Id">The stable id, <c>RCP</c> and four digits.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="MessageFormat">The sentence, with <c>{0}</c>, <c>{1}</c> … for its arguments.</param>
public sealed record ProblemDescriptor(string Id, ProblemSeverity Severity, string Title, string MessageFormat);
