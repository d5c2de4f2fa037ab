namespace Recoup.Cli.Tests;

/// <summary>The examples in other languages, which start the tool as a process.</summary>
public sealed class OtherLanguageTests
{
    private static readonly (string, string)[] Tool =
    [
        ("RECOUP", Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "recoup.exe" : "recoup")),
        ("RECOUP_CATALOG", TestData.QuickStartCatalog),
        ("RECOUP_API_KEY", Recoup.Cli.Tests.Tool.Secret),
    ];

    [Fact]
    public async Task The_Python_tests_pass()
    {
        var folder = ForeignProgram.CopyOf("samples", "OtherLanguages", "python");
        try
        {
            if (await ForeignProgram.RunAsync(folder, "python3", ["-m", "unittest", "-v"], Tool) is not var (code, output))
            {
                Assert.Skip("The example needs Python 3: there is no python3.");
                return;
            }

            code.ShouldBe(0, output);
            output.ShouldContain("Ran 3 tests");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_TypeScript_tests_pass()
    {
        var folder = ForeignProgram.CopyOf("samples", "OtherLanguages", "typescript");
        try
        {
            await ForeignProgram.InstallAsync(folder);

            var (code, output) = (await ForeignProgram.RunAsync(folder, "npm", ["test"], Tool)).ShouldNotBeNull();

            code.ShouldBe(0, output);
            output.ShouldContain("pass 3");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
