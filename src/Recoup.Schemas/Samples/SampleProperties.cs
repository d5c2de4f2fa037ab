namespace Recoup.Schemas;

/// <summary>Which optional properties a sample has.</summary>
public enum SampleProperties
{
    /// <summary>Some, depending on the seed, and fewer at greater depths.</summary>
    Some,

    /// <summary>Only the properties that the schema requires.</summary>
    Required,

    /// <summary>All properties that the schema names, as long as the sample is valid and recursion ends.</summary>
    All,
}
