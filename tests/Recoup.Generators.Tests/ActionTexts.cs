using Microsoft.CodeAnalysis.CSharp.Syntax;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>The generated text of each action: its method and the nested types that the method leads to.</summary>
internal static class ActionTexts
{
    private const string Attribute = "RecoupActionAttribute";

    /// <summary>The texts, by slug.</summary>
    public static IReadOnlyDictionary<string, string> Of(Generation generation)
    {
        var texts = new Dictionary<string, string>();
        var classes = generation.Result.GeneratedSources
            .SelectMany(source => source.SyntaxTree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
            .Where(declaration => declaration.Parent is not TypeDeclarationSyntax)
            .GroupBy(declaration => declaration.Identifier.Text);
        foreach (var members in classes.Select(parts => parts.SelectMany(part => part.Members).ToArray()))
        {
            var types = members.OfType<TypeDeclarationSyntax>().ToDictionary(type => type.Identifier.Text);
            foreach (var method in members.OfType<MethodDeclarationSyntax>())
                texts.Add(SlugOf(method), string.Concat(Reachable(method, types).Select(member => member.ToFullString().TrimStart('\n'))));
        }

        return texts;
    }

    private static string SlugOf(MethodDeclarationSyntax method) => method.AttributeLists.SelectMany(list => list.Attributes)
        .Where(attribute => attribute.Name.ToString().EndsWith(Attribute, StringComparison.Ordinal))
        .Select(attribute => ((LiteralExpressionSyntax)attribute.ArgumentList!.Arguments[0].Expression).Token.ValueText)
        .Single();

    private static IEnumerable<MemberDeclarationSyntax> Reachable(
        MethodDeclarationSyntax method, IReadOnlyDictionary<string, TypeDeclarationSyntax> types)
    {
        var found = new List<MemberDeclarationSyntax> { method };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(found[i].DescendantNodes().OfType<IdentifierNameSyntax>()
                .Select(name => types.GetValueOrDefault(name.Identifier.Text))
                .OfType<TypeDeclarationSyntax>()
                .Distinct()
                .Where(type => !found.Contains(type))
                .ToArray());
        }

        return found.Take(1)
            .Concat(found.Skip(1).Cast<TypeDeclarationSyntax>().OrderBy(type => type.Identifier.Text, StringComparer.Ordinal));
    }
}
