namespace Recoup.Contracts.Findings;

/// <summary>The result of a test. Names and texts come from the test and are untrusted.</summary>
/// <param name="Name">The full name; a row of a theory has its arguments in it.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Message">The message of a failure; otherwise empty.</param>
/// <param name="Output">The stack trace and the output of a failure; otherwise empty.</param>
internal sealed record TestCaseResult(string Name, TestOutcome Outcome, string Message = "", string Output = "");
