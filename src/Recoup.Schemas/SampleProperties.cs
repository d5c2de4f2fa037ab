namespace Recoup.Schemas;

/// <summary>Which optional properties a sample has.</summary>
public enum SampleProperties
{
    /// <summary>Some, as the seed decides; fewer the deeper they stand.</summary>
    Some,

    /// <summary>None: only what the schema requires.</summary>
    Required,

    /// <summary>All that the schema names, as long as the sample stays valid and recursion ends.</summary>
    All,
}
