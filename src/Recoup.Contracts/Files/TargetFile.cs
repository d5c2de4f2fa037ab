namespace Recoup.Contracts.Files;

/// <summary>Checks the path of a file that is written at the end. It is checked first, so that no work is lost.</summary>
internal static class TargetFile
{
    /// <param name="path">The path.</param>
    /// <param name="what">What the file is for, with its article.</param>
    /// <exception cref="ContractException">The path is not a file name, or its folder does not exist.</exception>
    public static void Require(string path, string what)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || Directory.Exists(path))
            throw new ContractException($"'{path}' is not a file name for {what}. Give a file with --output.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new ContractException(
                $"There is no folder '{folder}' to store '{path}' in. Create it, or give another file with --output.");
        }
    }
}
