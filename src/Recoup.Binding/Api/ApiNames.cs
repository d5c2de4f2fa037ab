using Recoup.Binding.Names;

namespace Recoup.Binding.Api;

/// <summary>Names the class of an OpenAPI document.</summary>
internal static class ApiNames
{
    /// <summary>The names of what the class of a document, or a class in it, contains.</summary>
    private static readonly HashSet<string> OwnMembers = new(StringComparer.Ordinal)
    {
        "AdditionalProperties",
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "Requests", "ServerAddress",
    };

    /// <summary>The class of a document: its file's name and <c>Api</c>, <c>social</c> -> <c>SocialApi</c>.</summary>
    /// <param name="fileName">The file's name without extension.</param>
    public static string ClassOf(string fileName)
    {
        var name = Identifier.Pascal(fileName);
        return name.EndsWith("Api", StringComparison.Ordinal) ? name : name + "Api";
    }

    /// <summary>Whether no method and no type in the class can have a name. Keywords have only lowercase letters.</summary>
    public static bool IsTaken(string name) => Identifier.IsSmall(name) || OwnMembers.Contains(name);

    /// <summary>Why a class cannot have a chosen name, or null if it can.</summary>
    public static string? WhyUnusable(string name) =>
        Identifier.WhyUnusable(name, takesKeyword: false)
        ?? (Identifier.IsSmall(name) ? "C# reserves names that have only lowercase letters for new keywords (CS8981)"
            : Identifier.IsOfRuntime(name) ? "the runtime has a namespace of this name"
            : OwnMembers.Contains(name) ? "the class has a member of this name"
            : null);
}
