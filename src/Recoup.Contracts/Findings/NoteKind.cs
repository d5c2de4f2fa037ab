namespace Recoup.Contracts;

/// <summary>The kinds of <see cref="Note"/>.</summary>
public enum NoteKind
{
    /// <summary>Something to know; nothing depends on it.</summary>
    Information,

    /// <summary>The input has a flaw, and something was assumed.</summary>
    Input,

    /// <summary>An entry of the accept file matches no finding any more.</summary>
    StaleAcceptance,

    /// <summary>An entry of the accept file is past its day: the finding counts again.</summary>
    ExpiredAcceptance,

    /// <summary>The new document looks like an outage or a part of the catalog: nothing can be concluded from what is missing.</summary>
    Suspect,

    /// <summary>A request was sent that could execute an action: which, with what, and what it was answered.</summary>
    Executed,
}
