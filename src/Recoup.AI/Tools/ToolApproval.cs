namespace Recoup.AI;

/// <summary>Which tools need the approval of a person before each call.</summary>
public enum ToolApproval
{
    /// <summary>All tools that are not known to only read. An action of unknown effect counts as one that writes.</summary>
    Writes,

    /// <summary>The tools that destroy something, and those whose effect is not known.</summary>
    Destroys,

    /// <summary>All tools.</summary>
    Always,

    /// <summary>No tool.</summary>
    Never,
}
