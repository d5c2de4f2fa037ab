namespace Recoup.Contracts.Learning.Inputs;

/// <summary>What a recorded call says about the payload.</summary>
internal enum PayloadOutcome
{
    /// <summary>The call has a payload.</summary>
    Payload,

    /// <summary>The response was an error.</summary>
    Failed,

    /// <summary>The action reported that it failed.</summary>
    Unsuccessful,
}
