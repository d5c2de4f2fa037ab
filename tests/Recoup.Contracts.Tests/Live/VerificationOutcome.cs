namespace Recoup.Contracts.Tests.Live;

/// <summary>How a verification ended.</summary>
public enum VerificationOutcome
{
    Clean,
    Drift,
    Undecided,
}
