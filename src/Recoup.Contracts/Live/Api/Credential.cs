namespace Recoup.Contracts.Live.Api;

/// <summary>The credential of a request.</summary>
internal enum Credential
{
    None,

    /// <summary>The user's key, in the documented header.</summary>
    Key,

    /// <summary>The user's key as a bearer token.</summary>
    KeyAsToken,

    /// <summary>The user's key in both places.</summary>
    Both,

    /// <summary>A key that does not exist.</summary>
    FalseKey,

    /// <summary>A token that does not exist.</summary>
    FalseToken,

    /// <summary>A scheme that is not documented.</summary>
    Basic,
}
