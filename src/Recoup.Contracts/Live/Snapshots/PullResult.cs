namespace Recoup.Contracts.Live;

/// <summary>What a pull did.</summary>
/// <param name="Actions">How many actions the live catalog has.</param>
/// <param name="IsChanged">Whether the files were written; not when the stored catalog has the same actions.</param>
/// <param name="Path">The catalog's file.</param>
/// <param name="OriginPath">The file that tells where it came from.</param>
public sealed record PullResult(int Actions, bool IsChanged, string Path, string OriginPath);
