namespace Recoup.Architecture.Tests;

public sealed class LineLengthTests
{
    // max_line_length of .editorconfig, which no analyzer enforces.
    private const int Longest = 140;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("samples")]
    [InlineData("benchmarks")]
    [InlineData("build")]
    [InlineData("quality")]
    public void No_line_of_code_is_longer_than_the_editor_allows(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(TestData.Repository, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .ToList();

        files.ShouldNotBeEmpty();
        files.SelectMany(file => File.ReadLines(file)
                .Select((line, index) => (line, place: $"{Path.GetRelativePath(TestData.Repository, file)}:{index + 1}"))
                .Where(row => row.line.Length > Longest))
            .Select(row => row.place)
            .ShouldBeEmpty();
    }
}
