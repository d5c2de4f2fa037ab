using System.Diagnostics;

namespace Recoup.Cli.Tests;

/// <summary>Runs programs that are not part of .NET.</summary>
internal static class ForeignProgram
{
    /// <summary>Copies the files of a folder of the repository to a new folder, in which a program may install what it needs.</summary>
    public static string CopyOf(params string[] path)
    {
        var folder = Directory.CreateTempSubdirectory("recoup-").FullName;
        foreach (var file in Directory.GetFiles(Path.Combine([TestData.Repository, .. path])))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }

    /// <summary>Installs the packages that a folder locks. Skips the test if that is not possible here.</summary>
    public static async Task InstallAsync(string folder)
    {
        var install = await RunAsync(folder, "npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
        if (install is null || install.Value.Code != 0)
            Assert.Skip($"The program needs Node.js and the npm registry: {install?.Output ?? "there is no npm."}");
    }

    /// <summary>Returns null if there is no such program.</summary>
    public static async Task<(int Code, string Output)?> RunAsync(
        string folder, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
