namespace Recoup.Schemas;

/// <summary>Options for samples.</summary>
public sealed class SampleOptions
{
    /// <summary>Selects among the possible samples. The same seed gives the same sample on every machine. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>Which optional properties the sample has. Default: <see cref="SampleProperties.Some"/>.</summary>
    public SampleProperties Properties { get; init; }
}
