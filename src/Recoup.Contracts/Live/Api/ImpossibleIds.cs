namespace Recoup.Contracts.Live.Api;

/// <summary>Ids that nothing has, so that a request which names one can do nothing.</summary>
internal static class ImpossibleIds
{
    /// <summary>A slug that no provider has.</summary>
    public const string Slug = "ZZZ_CONTRACT_PROBE";

    /// <summary>The id of an account that does not exist: a version 4 UUID, drawn once.</summary>
    public const string Account = "7f3d2a10-5c1e-4b8a-9d46-0e2f61c8a935";
}
