namespace Recoup.Generators.Emission;

/// <summary>How much documentation is emitted.</summary>
internal enum DocumentationLevel
{
    /// <summary>None.</summary>
    None,

    /// <summary>Summaries only.</summary>
    Summary,

    /// <summary>Summaries, parameters and remarks.</summary>
    Full,
}
