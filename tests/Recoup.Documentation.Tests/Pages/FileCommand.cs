namespace Recoup.Documentation.Tests.Pages;

/// <summary>The commands of a shell by which pages make files: <c>cp from to</c> and <c>sed 's/before/after/' from > to</c>.</summary>
internal static class FileCommand
{
    /// <summary>Runs a command in the current folder on every platform; returns whether it is such a command.</summary>
    public static bool Run(string command)
    {
        switch (Session.WordsOf(command))
        {
            case ["cp", var from, var to]:
                File.Copy(from, to == "." ? Path.GetFileName(from) : to, overwrite: true);
                return true;
            case ["sed", var script, var from, ">", var to] when script.Split('/') is ["s", var before, var after, ""]:
                File.WriteAllText(to, Replaced(File.ReadAllText(from), before, after));
                return true;
            default:
                return false;
        }
    }

    // The pages replace plain text that occurs once, so a regular expression would find the same.
    private static string Replaced(string text, string before, string after)
    {
        text.Split(before).Length.ShouldBe(2, $"Expected the text '{before}' once in the file.");
        return text.Replace(before, after, StringComparison.Ordinal);
    }
}
