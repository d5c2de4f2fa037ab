using Microsoft.CodeAnalysis.CSharp;

namespace Recoup.Generators.Emission;

/// <summary>Names that are C# keywords.</summary>
internal static class Keyword
{
    /// <summary>The name as code refers to it: <c>@event</c> for <c>event</c>.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
