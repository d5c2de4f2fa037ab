namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// The work that a comparison may still do. Work is counted, not timed, so the same schemas always give the same result. Each step also
/// looks whether the comparison was canceled.
/// </summary>
internal sealed class Effort(CancellationToken cancellation = default)
{
    /// <summary>The work for two schemas: proofs, validations and samples of about two seconds.</summary>
    public const long OfSchemas = 1_500_000;

    private long _left = OfSchemas;

    /// <summary>The work that is left.</summary>
    public long Left
    {
        get => Math.Max(0, _left);
        set => _left = value;
    }

    /// <summary>Counts work.</summary>
    /// <exception cref="UndecidedException">No work is left.</exception>
    public void Spend(long work)
    {
        cancellation.ThrowIfCancellationRequested();
        _left -= work;
        if (_left < 0)
            throw new UndecidedException("the schemas are too large for the search");
    }
}
