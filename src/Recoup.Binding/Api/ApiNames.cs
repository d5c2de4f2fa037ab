using Recoup.Binding.Names;

namespace Recoup.Binding.Api;

/// <summary>Names the class of an OpenAPI document.</summary>
internal static class ApiNames
{
    /// <summary>The class of a document: its file's name and <c>Api</c>, <c>social</c> -> <c>SocialApi</c>.</summary>
    /// <param name="fileName">The file's name without extension.</param>
    public static string ClassOf(string fileName)
    {
        var name = Identifier.Pascal(fileName);
        return name.EndsWith("Api", StringComparison.Ordinal) ? name : name + "Api";
    }
}
