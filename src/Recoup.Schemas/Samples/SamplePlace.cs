namespace Recoup.Schemas.Samples;

/// <summary>The place of a sample: its JSON Pointer in the instance, its depth, and the number of the attempt.</summary>
internal readonly record struct SamplePlace(string Path, int Depth, int Attempt);
