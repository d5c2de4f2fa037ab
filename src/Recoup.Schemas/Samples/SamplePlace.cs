namespace Recoup.Schemas.Samples;

/// <summary>The place of a sample.</summary>
/// <param name="Path">Its JSON Pointer in the instance.</param>
/// <param name="Depth">The number of values around it.</param>
/// <param name="Attempt">The number of the attempt.</param>
/// <param name="Variant">Different numbers ask for different texts of a format, for the items of an array that must be unique.</param>
internal readonly record struct SamplePlace(string Path, int Depth, int Attempt, int Variant);
