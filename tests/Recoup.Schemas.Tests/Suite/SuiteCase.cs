using System.Text.Json;

namespace Recoup.Schemas.Tests.Suite;

/// <summary>One test of a suite file: a schema, an instance, and whether it is valid.</summary>
internal sealed record SuiteCase(string File, string Group, JsonElement Schema, string Description, JsonElement Data, bool Valid)
{
    public override string ToString() => $"{File}: {Group}: {Description}";

    /// <summary>Reads a file in the format of the official JSON Schema test suite.</summary>
    public static IEnumerable<SuiteCase> Read(string folder, string path)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 512 });
        var file = Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace('\\', '/');
        foreach (var group in document.RootElement.Clone().EnumerateArray())
        {
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                yield return new SuiteCase(
                    file, group.GetProperty("description").GetString()!, group.GetProperty("schema"),
                    test.GetProperty("description").GetString()!, test.GetProperty("data"), test.GetProperty("valid").GetBoolean());
            }
        }
    }
}
