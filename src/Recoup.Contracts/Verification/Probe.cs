namespace Recoup.Contracts.Verification;

/// <summary>
/// Something that is asked of a live API. What it sends can execute no action: it lists, or it is refused before an action is looked up, or
/// the action it names cannot exist.
/// </summary>
internal abstract class Probe(int number, string title)
{
    /// <summary>A slug that no provider has.</summary>
    protected const string ImpossibleSlug = "ZZZ_CONTRACT_PROBE";

    /// <summary>The id of an account that nobody has: a version 4 UUID, drawn once.</summary>
    protected const string ForeignAccount = "7f3d2a10-5c1e-4b8a-9d46-0e2f61c8a935";

    /// <summary>Its id, P1 to P15.</summary>
    public string Id { get; } = FormattableString.Invariant($"P{number}");

    public string Title => title;

    /// <summary>Asks, and writes down what is seen.</summary>
    /// <exception cref="LiveApiException">No answer came that says anything.</exception>
    public abstract Task RunAsync(ProbeRun run, CancellationToken cancellation);
}
