namespace Recoup.Catalogs.Rehearsals;

/// <summary>
/// A run of tests in which another catalog takes the place of a stored one. <c>recoup rehearse</c> creates a folder with both catalogs,
/// names it in an environment variable of the tests, and reads their log from it afterwards.
/// </summary>
internal sealed class Rehearsal
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "RECOUP_REHEARSE";

    private const string ReplacedFile = "replaced.json";
    private const string ReplacementFile = "replacement.json";

    private readonly string _folder;
    private readonly Lazy<(byte[] Replaced, byte[] Replacement)> _catalogs;
    private readonly RehearsalLog _log;

    private Rehearsal(string folder)
    {
        (_folder, _log) = (folder, new RehearsalLog(folder));
        _catalogs = new(() => (Read(ReplacedFile), Read(ReplacementFile)));
    }

    /// <summary>The rehearsal that this process is a part of; null in any other process.</summary>
    public static Rehearsal? Current { get; } = In(Environment.GetEnvironmentVariable(Variable));

    /// <summary>The rehearsal in a folder; null without one.</summary>
    public static Rehearsal? In(string? folder) => string.IsNullOrEmpty(folder) ? null : new Rehearsal(folder!);

    /// <summary>Writes the files of a rehearsal into an empty folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="replaced">The catalog that is replaced, as UTF-8 without a byte order mark.</param>
    /// <param name="replacement">The catalog that takes its place, likewise.</param>
    public static void Create(string folder, byte[] replaced, byte[] replacement)
    {
        File.WriteAllBytes(Path.Combine(folder, ReplacedFile), replaced);
        File.WriteAllBytes(Path.Combine(folder, ReplacementFile), replacement);
    }

    /// <summary>
    /// Returns the catalog that takes the place of a file, or the file's own content if it is not the rehearsed catalog. The content
    /// decides, because a build copies a catalog beside the program, under any name.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="utf8">The content of the file.</param>
    /// <exception cref="CatalogException">The environment variable names no folder of a rehearsal.</exception>
    public byte[] Replace(string path, byte[] utf8)
    {
        var (replaced, replacement) = _catalogs.Value;
        var isReplaced = utf8.AsSpan().SequenceEqual(replaced);
        _log.Add(new RehearsalEvent(isReplaced ? RehearsalEventKind.Replaced : RehearsalEventKind.Kept, path));
        return isReplaced ? replacement : utf8;
    }

    /// <summary>Records a catalog that is not replaced, because it is not a file.</summary>
    public void Keep(string name) => _log.Add(new RehearsalEvent(RehearsalEventKind.Kept, name));

    /// <summary>Records a call that the emulator refused, or a violation of its parameters.</summary>
    public void Refused(string slug, string message) => _log.Add(new RehearsalEvent(RehearsalEventKind.Refused, slug, message));

    /// <summary>Records a result that no test scripted.</summary>
    public void Sampled(string slug) => _log.Add(new RehearsalEvent(RehearsalEventKind.Sampled, slug));

    private byte[] Read(string file)
    {
        var path = Path.Combine(_folder, file);
        return File.Exists(path) ? File.ReadAllBytes(path) : throw new CatalogException(
            $"The environment variable {Variable} names '{_folder}', where no rehearsal is running. Only 'recoup rehearse' sets it, for "
                + "the tests that it runs. Remove it.");
    }
}
