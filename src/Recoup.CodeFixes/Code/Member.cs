using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Recoup.CodeFixes.Code;

/// <summary>The expression of a static member: as short as the place allows, with the using directive that it needs.</summary>
internal static class Member
{
    public static ExpressionSyntax Of(ISymbol member, Document document)
    {
        var generator = SyntaxGenerator.GetGenerator(document);
        var expression = generator.MemberAccessExpression(generator.TypeExpression(member.ContainingType), member.Name);
        return (ExpressionSyntax)expression.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
    }
}
