using Recoup.AI.Mcp.Serving;

namespace Recoup.AI.Tests.Mcp;

public sealed class FileWatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("recoup-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_returns_once_for_each_change_also_of_a_file_that_comes_or_goes()
    {
        var path = Path.Combine(_folder, "recoup.catalog.json");
        var watch = new FileWatch([path, Path.Combine(_folder, "recoup.names.json")], TimeProvider.System);

        await ChangesAsync(watch, () => File.WriteAllText(path, "1"));
        await ChangesAsync(watch, () => File.WriteAllText(path, "12"));
        await ChangesAsync(watch, () => File.WriteAllText(Path.Combine(_folder, "recoup.names.json"), "{}"));
        await ChangesAsync(watch, () =>
        {
            File.WriteAllText(path + ".new", "34");
            File.Move(path + ".new", path, overwrite: true);
        });
        await ChangesAsync(watch, () => File.Delete(path));

        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));
        await Should.ThrowAsync<OperationCanceledException>(() => watch.WaitAsync(soon.Token));
    }

    private static async Task ChangesAsync(FileWatch watch, Action change)
    {
        var waiting = watch.WaitAsync(TestContext.Current.CancellationToken);
        change();
        await waiting.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
