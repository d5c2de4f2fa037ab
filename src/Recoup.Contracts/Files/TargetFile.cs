using System.Security.Cryptography;

namespace Recoup.Contracts.Files;

/// <summary>A file that is written at the end. Its path is checked first, so that no work is lost.</summary>
internal static class TargetFile
{
    private const int MostLinks = 40;

    /// <summary>Checks that a path can be the path of a file.</summary>
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

    /// <summary>Checks that writing a file does not replace one that is read, or written for another purpose.</summary>
    /// <param name="path">The path of the written file.</param>
    /// <param name="what">What it is for, with its article.</param>
    /// <param name="used">The paths of the other files. They need not exist yet.</param>
    /// <exception cref="ContractException">The path is that of another file.</exception>
    public static void RequireOther(string path, string what, IEnumerable<string> used)
    {
        var full = FullPath(path);
        if (used.FirstOrDefault(other => string.Equals(FullPath(other), full, StringComparison.Ordinal)) is { } same)
            throw new ContractException($"'{path}' cannot be {what}, because the command uses '{same}' itself. Give another file.");
    }

    // A link names the same file as its target, and so does a path through a link to a folder. Links may lead in a circle.
    private static string FullPath(string path, int mostLinks = MostLinks)
    {
        if (path.Length == 0)
            return path;
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } folder)
            return full;
        full = Path.Combine(FullPath(folder, mostLinks), Path.GetFileName(full));
        return mostLinks > 0 && Target(full) is { } target ? FullPath(target, mostLinks - 1) : full;
    }

    private static string? Target(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: false)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Replaces a file in one step, so that readers see either the old or the new file.</summary>
    /// <param name="path">The path. If it is a link, the link is replaced, not its target.</param>
    /// <param name="content">The content.</param>
    /// <param name="cancellation">Cancels the writing. The old file stays, and no other file is left.</param>
    /// <exception cref="ContractException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, byte[] content, CancellationToken cancellation)
    {
        // A name that nobody can guess, so that several writers do not meet and no link can be planted. It is next to the file, because
        // only within a file system a file is moved in one step.
        var temporary = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.tmp";
        var isMine = false;
        try
        {
            var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            isMine = true;
            await using (file.ConfigureAwait(false))
                await file.WriteAsync(content, cancellation).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ContractException($"The file '{path}' cannot be written: {e.Message}", e);
        }
        finally
        {
            if (isMine && File.Exists(temporary))
                File.Delete(temporary);
        }
    }
}
