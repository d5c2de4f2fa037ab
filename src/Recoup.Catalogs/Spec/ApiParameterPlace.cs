namespace Recoup.Catalogs.Spec;

/// <summary>Where a parameter goes.</summary>
internal enum ApiParameterPlace
{
    /// <summary>Into the path.</summary>
    Path,

    /// <summary>Behind the question mark.</summary>
    Query,

    /// <summary>Into a header.</summary>
    Header,

    /// <summary>Into a cookie.</summary>
    Cookie,
}
