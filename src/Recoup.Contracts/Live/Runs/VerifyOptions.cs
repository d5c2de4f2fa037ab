using Recoup.Catalogs;

namespace Recoup.Contracts.Live;

/// <summary>How a live API is verified.</summary>
public sealed class VerifyOptions
{
    /// <summary>What it is held against. Default: the contract with its known divergences.</summary>
    public ApiExpectation Expect { get; init; } = ApiExpectation.Deployed;

    /// <summary>The contract. Default: the one this library was built with.</summary>
    public ApiSpec Spec { get; init; } = BuiltInContract.Spec;

    /// <summary>The file the contract was read from, for findings; null for none.</summary>
    public string? SpecPath { get; init; }

    /// <summary>The stored catalog the live one is compared with; null compares none.</summary>
    public ContractDocument? Snapshot { get; init; }

    /// <summary>The account whose lists are fetched, or null for the key's own.</summary>
    public Guid? Account { get; init; }

    /// <summary>
    /// The actions that may be executed, because somebody vouches that they only read. Default: none, and then no request names an action that may
    /// exist. Each is called once with parameters that its schema accepts and once with an object that it rejects; the report tells each call.
    /// </summary>
    public IReadOnlyList<AllowedAction> AllowedActions { get; init; } = [];

    /// <summary>
    /// An account that stands on the roster of the key's own and is shared in no other way, to see whether reading and acting are two rights
    /// (D17); null for none. Its lists are fetched, and an action that cannot exist is called for it.
    /// </summary>
    public Guid? RosterAccount { get; init; }

    /// <summary>
    /// How long to wait before a suspect list is fetched once more. Default: 2 seconds.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How the catalogs are compared, and which findings are tolerated, of the API too.</summary>
    public DiffOptions Diff { get; init; } = new();

    /// <summary>Told of each probe before it is sent. Default: nobody.</summary>
    public Action<string>? Progress { get; init; }
}
