namespace Recoup.Differential.Judges;

/// <summary>A validator of JSON Schema.</summary>
internal interface IJudge
{
    /// <summary>Its name and version.</summary>
    string Name { get; }

    Verdict Judge(Pair pair);
}
