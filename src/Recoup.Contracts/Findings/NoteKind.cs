namespace Recoup.Contracts;

/// <summary>The kinds of <see cref="Note"/>.</summary>
public enum NoteKind
{
    /// <summary>Information that does not affect the result.</summary>
    Information,

    /// <summary>The input has a flaw, and an assumption was made.</summary>
    Input,

    /// <summary>An entry of the accept file no longer matches a finding.</summary>
    StaleAcceptance,

    /// <summary>An entry of the accept file has expired, so its finding counts again.</summary>
    ExpiredAcceptance,

    /// <summary>The later document looks like an outage or an incomplete catalog, so missing parts prove nothing.</summary>
    Suspect,

    /// <summary>A request was sent that could execute an action: the action, its parameters, and the status that came back.</summary>
    Executed,
}
