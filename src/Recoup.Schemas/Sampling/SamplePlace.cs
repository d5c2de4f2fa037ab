namespace Recoup.Schemas.Sampling;

/// <summary>Where a sample is built: the JSON Pointer in the instance, how deep that is, and the how-manieth try it is.</summary>
internal readonly record struct SamplePlace(string Path, int Depth, int Attempt);
