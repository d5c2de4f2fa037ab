namespace Recoup.Tests;

/// <summary>A new folder, deleted with all that is in it at the end of a test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recoup-");

    public string FullName => _folder.FullName;

    /// <summary>The path of a file in the folder.</summary>
    public string this[string file] => Path.Combine(FullName, file);

    public void Dispose() => _folder.Delete(recursive: true);
}
