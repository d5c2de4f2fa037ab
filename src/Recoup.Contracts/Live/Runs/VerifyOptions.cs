using Recoup.Catalogs;

namespace Recoup.Contracts.Live;

/// <summary>Options of a verification.</summary>
public sealed class VerifyOptions
{
    /// <summary>What the API is checked against. Default: the contract with its known divergences.</summary>
    public ApiExpectation Expect { get; init; } = ApiExpectation.Deployed;

    /// <summary>The contract. Default: the one that this library was built with.</summary>
    public ApiSpec Spec { get; init; } = BuiltInContract.Spec;

    /// <summary>The path of the contract, for locations in findings; null if there is none.</summary>
    public string? SpecPath { get; init; }

    /// <summary>The stored catalog to compare with the live one, or null for no comparison.</summary>
    public ContractDocument? Snapshot { get; init; }

    /// <summary>The account whose lists are fetched, or null for the account of the key.</summary>
    public Guid? Account { get; init; }

    /// <summary>
    /// The actions that may be executed because the user vouches that they only read. Each action is called once with parameters that its
    /// schema accepts and once with an object that its schema rejects; the report lists each call. Default: none, in which case no request
    /// names an action that may exist.
    /// </summary>
    public IReadOnlyList<AllowedAction> AllowedActions { get; init; } = [];

    /// <summary>
    /// The file to which the calls of <see cref="AllowedActions"/> that match their schemas are appended, as <c>RecoupRecorder</c> does:
    /// secrets and personal data are replaced. Default: null, which records nothing.
    /// </summary>
    public string? RecordPath { get; init; }

    /// <summary>The names of further members whose values are replaced in <see cref="RecordPath"/>. Default: none.</summary>
    public IReadOnlyList<string> ReplaceMembers { get; init; } = [];

    /// <summary>
    /// An account that is on the roster of the key's account and is not shared in any other way, or null. It shows whether reading and
    /// acting are separate rights (D17): its lists are fetched, and an action that cannot exist is called for it.
    /// </summary>
    public Guid? RosterAccount { get; init; }

    /// <summary>The delay before a suspect list is fetched once more. Default: 2 seconds.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The options of the catalog comparison. The accept file applies to all findings of the verification.</summary>
    public DiffOptions Diff { get; init; } = new();

    /// <summary>Called with the name of each probe before it runs. Default: null.</summary>
    public Action<string>? Progress { get; init; }
}
