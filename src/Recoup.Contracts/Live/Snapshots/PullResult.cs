namespace Recoup.Contracts.Live;

/// <summary>The result of a pull.</summary>
/// <param name="Actions">The number of actions in the live catalog.</param>
/// <param name="IsChanged">Whether the files were written. They are not written if the stored catalog has the same actions.</param>
/// <param name="Path">The path of the catalog.</param>
/// <param name="OriginPath">The path of the file about the origin.</param>
public sealed record PullResult(int Actions, bool IsChanged, string Path, string OriginPath);
