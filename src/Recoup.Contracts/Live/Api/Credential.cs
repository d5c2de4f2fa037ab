namespace Recoup.Contracts.Live.Api;

/// <summary>What a request says of who sends it.</summary>
internal enum Credential
{
    None,

    /// <summary>The user's key, in the documented header.</summary>
    Key,

    /// <summary>The user's key as a bearer token.</summary>
    KeyAsToken,

    /// <summary>The user's key in both places.</summary>
    Both,

    /// <summary>A key that nobody has.</summary>
    FalseKey,

    /// <summary>A token that nobody has.</summary>
    FalseToken,

    /// <summary>A scheme that is none of the documented ones.</summary>
    Basic,
}
