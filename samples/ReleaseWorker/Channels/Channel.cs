namespace ReleaseWorker;

/// <summary>The channels on which releases are posted, in the order of the sheet's columns.</summary>
internal enum Channel
{
    X,
    LinkedIn,
}
