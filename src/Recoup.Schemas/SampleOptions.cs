namespace Recoup.Schemas;

/// <summary>How to build a sample.</summary>
public sealed class SampleOptions
{
    /// <summary>Decides wherever the schema leaves a choice: the same seed gives the same sample on every machine. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>Which optional properties the sample has. Default: <see cref="SampleProperties.Some"/>.</summary>
    public SampleProperties Properties { get; init; }
}
